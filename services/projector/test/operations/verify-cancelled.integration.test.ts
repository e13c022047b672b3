import { createPostgresLogCopy, digestOf } from '@connector/event-log'
import type { OperationHandler } from '@connector/operations'
import t from 'tap'
import { message, startScene } from './support/scene.ts'

const ref = { tenantId: 'sklep-a', integrationId: 'i', threadId: 't1' }

await t.test('verify, cancelled and begun anew', async (t) => {
  const scene = await startScene(t)
  const { append, ask, repository, handlers, run, start, stateOf, store } = scene
  await append(ref, message('m1'), message('m2'))

  await t.test('cancelled in the middle it ends, writes nothing more, and leaves nothing behind', async (t) => {
    const of = await ask('verify')
    let steps = 0
    const cancelling: OperationHandler = {
      async step(context, cursor) {
        steps += 1
        const step = await handlers.verify.step(context, cursor)
        await repository.changeOperations(of.tenantId, 'test', () => [
          { type: 'OperationCancelled', data: { operationId: of.operationId, cancelledBy: 'jan' } },
        ])
        return step
      },
    }
    const loop = start({ verify: cancelling })
    t.match(await scene.ended(of), { status: 'cancelled', cancelledBy: 'jan' })
    await loop.stop()
    t.equal(steps, 1)
    t.equal((await stateOf(of)).result, undefined)
    // The next one tidies up behind it.
    t.match((await run('verify')).operation, { status: 'finished' })
    t.strictSame(await store.db.selectFrom('operation_streams').selectAll().execute(), [])
  })

  await t.test('its digest is the one by which a copied log is compared', async (t) => {
    const { operation } = await run('verify')
    const { events, digest } = operation.result ?? {}
    t.strictSame(await digestOf(createPostgresLogCopy(store.pool), { most: Number(events) }), { events, digest })
  })
})
