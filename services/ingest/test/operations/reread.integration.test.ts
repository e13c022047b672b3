import type { OperationHandler } from '@connector/operations'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { startScene } from './support.ts'

const since = new Date(Date.now() - 3_600_000).toISOString()

await t.test('reread', { skip: noDatabase ?? false }, async (t) => {
  const scene = await startScene(t)
  const { run, writes, recorded } = scene
  const one = writes('Gdzie paczka?')
  writes('Halo?', one)
  const two = writes('Czy jest w kolorze czerwonym?')

  await t.test('a dry run tells what the log lacks, and records nothing', async (t) => {
    const { operation, findings } = await run({ since }, { dryRun: true })
    const messages = findings.filter(({ subject }) => subject.startsWith('MessageReceived'))
    t.strictSame(new Set(messages.map(({ thread_id: threadId }) => threadId)), new Set([one, two]))
    t.equal(messages.length, 3)
    t.ok(findings.every(({ what }) => what === 'would-record'))
    t.match(operation.result, { threads: 2, wouldRecord: findings.length, notRead: 0 })
    t.notMatch(JSON.stringify(findings), /paczka|Halo|czerwonym/, 'no text of a buyer')
    t.strictSame([await recorded(one), await recorded(two)], [[], []])
  })

  await t.test('of one conversation only that one is read', async (t) => {
    const { operation } = await run({ integrationId: 'shop', threadId: two })
    t.match(operation, { status: 'finished', result: { threads: 1, notRead: 0 } })
    t.strictSame([await recorded(one), await recorded(two)], [[], ['Czy jest w kolorze czerwonym?']])
  })

  await t.test('cut short after it has recorded, everything is there once and told once', async (t) => {
    let cut = 0
    const dying: OperationHandler = {
      async step(context, cursor) {
        const step = await scene.reread.step(context, cursor)
        const { part } = (cursor as { current?: { part?: string } } | undefined)?.current ?? {}
        if (part === 'threads' && (cut += 1) === 1) throw new Error('died')
        return step
      },
    }
    const { operation, told } = await run({ since }, { handler: dying })
    t.equal(cut, 2)
    t.match(operation.status, 'finished')
    t.strictSame(await recorded(one), ['Gdzie paczka?', 'Halo?'])
    t.equal(told.filter((line) => line === 'recorded MessageReceived').length, 2, 'those of the first conversation')
    t.equal(operation.result?.['recorded'], told.length)
    t.strictSame((await run({ since })).told, [], 'a second time there is nothing to record')
  })

  await t.test('a reply in the own ticket is told by a dry run, and settles as ever in a real one', async (t) => {
    const ticketId = await scene.ticketOf(one)
    scene.answer(ticketId)
    const dry = await run({ since }, { dryRun: true })
    t.strictSame(dry.told, ['would-record ReplyRequested'])
    t.match(dry.operation.result, { tickets: 1 })
    t.strictSame([await scene.replies(one), await scene.settling()], [0, 0])
    const real = await run({ since })
    t.strictSame(real.told, [], 'Thulium may still withdraw it')
    t.strictSame([await scene.replies(one), await scene.settling()], [0, 1], 'the looks take it when it has settled')
  })

  await t.test('of another tenant nothing is read, and a side that refuses is told', async (t) => {
    const calls = scene.empik.counters.count({ operation: 'M11' })
    const other = await run({ since }, { tenantId: 'obcy' })
    t.match(other.operation.result, { threads: 0, tickets: 0 })
    t.equal(scene.empik.counters.count({ operation: 'M11' }), calls)
    const gone = await run({ integrationId: 'shop', threadId: 'nie-ma-takiej' })
    t.match(gone.findings, [{ what: 'not-read', subject: 'threads', evidence: { class: 'refused' } }])
    t.match(gone.operation, { status: 'finished', result: { notRead: 1 } })
  })

  await t.test('a list that leads in a circle ends as not read, and what it showed is there', async (t) => {
    scene.empik.switches.set('pageTokenAtEnd', 'circle')
    const before = scene.empik.counters.count({ operation: 'M11' })
    const hasty: OperationHandler = {
      async step(context, cursor) {
        const step = await scene.reread.step(context, cursor)
        return typeof step === 'function' ? async (db) => ({ ...(await step(db)), restMs: 0 }) : { ...step, restMs: 0 }
      },
    }
    const { operation, findings } = await run({ since }, { handler: hasty })
    scene.empik.switches.set('pageTokenAtEnd', 'absent')
    t.match(operation, { status: 'finished', result: { notRead: 1 } })
    t.match(findings, [{ what: 'not-read', subject: 'threads', evidence: { class: 'unreachable' } }])
    t.ok(scene.empik.counters.count({ operation: 'M11' }) - before < 40)
  })

  await t.test('cancelled, it reads no further', async (t) => {
    const three = writes('Jeszcze jedno')
    const { handler } = { handler: scene.reread }
    const cancelling: OperationHandler = {
      async step(context, cursor) {
        await scene.repository.changeOperations(context.tenantId, 'test', (state) =>
          state.operations.get(context.operationId)?.status === 'open'
            ? [{ type: 'OperationCancelled', data: { operationId: context.operationId, cancelledBy: 'jan' } }]
            : [],
        )
        return handler.step(context, cursor)
      },
    }
    const { operation } = await run({ since }, { handler: cancelling })
    t.equal(operation.status, 'cancelled')
    t.strictSame(await recorded(three), [])
  })

  await t.test('an account that is paused in the middle rests: what is left is not read, and is told', async (t) => {
    let isAsked = false
    const paused: OperationHandler = {
      async step(context, cursor) {
        if (cursor !== undefined && !isAsked) {
          isAsked = true
          await scene.store.pool.query(
            `insert into tenant_rests (tenant_id, state, reason, since) values ('sklep', 'paused', 'Urlop', now())`,
          )
        }
        return scene.reread.step(context, cursor)
      },
    }
    const { operation, told } = await run({ since }, { handler: paused })
    t.match(operation, { status: 'finished', result: { threads: 0, tickets: 0, notRead: 1 } })
    t.strictSame(told, ['not-read integration'])
    t.match((await run({ since })).operation.result, { notRead: 0, threads: 0 }, 'nor begun with while it rests')
    await scene.store.pool.query('delete from tenant_rests')
  })
})
