import { randomUUID } from 'node:crypto'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createLog } from '@connector/service-kit'
import { askForTheNight, nightlyId } from '../../src/operations/nightly.ts'
import { startScene } from './support.ts'

await t.test('reconciliations of the night', { skip: noDatabase ?? false }, async (t) => {
  const { store, repository, log } = await startScene(t)
  const ask = (at: string, share = 0.05): Promise<number> =>
    askForTheNight({ store, repository, share, log: createLog('test', 'silent'), now: () => new Date(at) })

  t.equal(await ask('2026-03-02T12:00:00Z'), 0, 'not by day')
  t.equal(await ask('2026-03-02T01:30:00Z', 0), 0, 'not where it is off')
  // Half past two in Warsaw, in winter.
  const all = await Promise.all([1, 2, 3].map(() => ask('2026-03-02T01:30:00Z')))
  t.equal(
    all.reduce((sum, count) => sum + count, 0),
    1,
    'once for each tenant, however many processes ask',
  )
  t.equal(await ask('2026-03-02T03:30:00Z'), 0)
  const { state } = await repository.operations('sklep')
  const operationId = nightlyId('sklep', '2026-03-02')
  t.match(state.operations.get(operationId), { kind: 'reconcile', scope: { share: 0.05 }, dryRun: false })

  t.equal(await ask('2026-03-03T01:30:00Z'), 0, 'while one is under way there is no second one')
  await repository.changeOperations('sklep', 'test', () => [
    { type: 'OperationFinished', data: { operationId, findings: 0, result: {} } },
  ])
  t.equal(await ask('2026-03-03T01:30:00Z'), 1, 'and one in the next night')

  await t.test('a shop with a share of its own', async (t) => {
    const finished = (operationId: string) =>
      repository.changeOperations('sklep', 'test', () => [
        { type: 'OperationFinished', data: { operationId, findings: 0, result: {} } },
      ])
    const percent = (integrationId: string, value: number | null) =>
      store.pool.query(
        `update integrations set settings = jsonb_build_object('nightlyReconcilePercent', $2::int) where integration_id = $1`,
        [integrationId, value],
      )
    await finished(nightlyId('sklep', '2026-03-03'))
    await percent('shop', 20)
    t.equal(await ask('2026-03-04T01:30:00Z', 0), 1, 'also where that of the deployment is none')
    const own = nightlyId('sklep', '2026-03-04')
    t.match((await repository.operations('sklep')).state.operations.get(own), { scope: { share: 0.2 } })
    await finished(own)

    await store.pool.query(
      `insert into integrations select (jsonb_populate_record(i, '{"integration_id": "second"}')).* from integrations i`,
    )
    await percent('second', null)
    t.equal(await ask('2026-03-05T01:30:00Z'), 2, 'beside one without, each for itself')
    const { operations } = (await repository.operations('sklep')).state
    const of = (integrationId: string) => nightlyId('sklep', '2026-03-05', integrationId)
    t.match(operations.get(of('shop')), { scope: { share: 0.2, integrationId: 'shop' } })
    t.match(operations.get(of('second')), { scope: { share: 0.05, integrationId: 'second' } })
    for (const id of [of('shop'), of('second')]) {
      await finished(id)
      // As the projection has it by then.
      await store.pool.query(
        `insert into operations (tenant_id, operation_id, kind, scope, dry_run, requested_at, requested_by, status)
         values ('sklep', $1, 'reconcile', '{}', false, now(), 'nightly', 'finished')`,
        [id],
      )
    }
    await percent('shop', null)
    t.equal(await ask('2026-03-05T02:30:00Z'), 0, 'a change in the night counts from the next one on')
    await percent('shop', 0)
    t.equal(await ask('2026-03-06T01:30:00Z'), 1, 'none of one, and the other all the same')
    t.ok((await repository.operations('sklep')).state.operations.has(nightlyId('sklep', '2026-03-06', 'second')))
  })

  await t.test('of an account whose operations this version cannot read, none, and of the others all', async (t) => {
    await store.pool.query(
      `insert into integrations select (jsonb_populate_record(i, '{"tenant_id": "a-before", "settings": {}}')).* from integrations i
       where i.integration_id = 'shop'`,
    )
    const metadata = { tenantId: 'a-before', correlationId: randomUUID() }
    const later = { id: randomUUID(), type: 'OfALaterVersion', schemaVersion: 1, data: {}, metadata }
    await log.append([{ streamId: 'operations-a-before', expectedRevision: -1, events: [later] }])
    const before = nightlyId('sklep', '2026-03-06', 'second')
    await repository.changeOperations('sklep', 'test', () => [
      { type: 'OperationFinished', data: { operationId: before, findings: 0, result: {} } },
    ])
    t.equal(await ask('2026-03-07T01:30:00Z'), 1)
    t.ok((await repository.operations('sklep')).state.operations.has(nightlyId('sklep', '2026-03-07', 'second')))
    await store.pool.query(`delete from integrations where tenant_id = 'a-before'`)
  })

  await t.test('none of an account that is paused', async (t) => {
    await store.pool.query(
      `insert into tenant_rests (tenant_id, state, reason, since) values ('sklep', 'paused', 'Urlop', now())`,
    )
    t.equal(await ask('2026-03-08T01:30:00Z'), 0)
  })
})
