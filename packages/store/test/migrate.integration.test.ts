import { createHash } from 'node:crypto'
import { repairRestoredLog } from '@connector/event-log'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { connectWorker, migrate } from '../src/index.ts'
import { migrations } from '../src/migration-files.ts'

/** Of the SQL of each migration, as somebody's database has run it. The newest may still be in the making. */
const released: Record<string, string> = {
  '0001-read-models': '9d540efa4c6b3994',
  '0002-idempotency-keys': '1f9caab0a94f8fb3',
  '0003-status': 'a820c34c98397a2d',
  '0004-thulium-webhooks': '50b06af7b48fd69a',
  '0005-service-metrics': '53ba7747441e0cfa',
  '0006-call-budgets': '89751ae7b7177b4a',
  '0007-projection-behind': 'fd69c7f17210e1b2',
  '0008-looks-at-accounts': 'e478ba6aa9017364',
  '0009-wider-looks': '384b402229eeca92',
  '0010-shop-claims': '3a624ee13fb12b86',
  '0011-shown-dates': 'dfca4d3a10f5df9d',
  '0012-quarantine': 'daf6b1b1f7b3e235',
  '0013-event-loop-delay': '7f4a2fa6112991af',
  '0014-restores': 'b5076cd6fc94f732',
  '0015-what-people-are-told': '5ade332c9c916389',
  '0016-proof-of-work': '9f41588cd465120b',
  '0017-access': 'a44c439381c3ee51',
  '0018-operations': '039ac21eaf212d9c',
  '0019-keys-end-together': '3e318355b9260bc7',
  '0020-sealing': 'c2feb98cebc713ec',
  '0022-alerts': '473cb9641063d040',
}

t.test('a migration, once released, is never edited: databases that ran it would not get the rest', (t) => {
  for (const { name, sql } of migrations.slice(0, -1))
    t.equal(createHash('sha256').update(sql).digest('hex').slice(0, 16), released[name], name)
  t.end()
})

t.test('migrations', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  t.teardown(() => database.drop())

  await t.test('many processes that start at once migrate an empty database together', async (t) => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)))
    t.equal(applied.filter((names) => names.length > 0).length, 1, 'all of them are applied by one')
  })

  await t.test('a second start changes nothing', async (t) => {
    t.strictSame(await migrate(database.url), [])
  })

  await t.test('a start beside processes at work waits for none of them and holds up none', async (t) => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('begin')
    await client.query('select from conversations for share')
    await client.query('lock table events in row exclusive mode')
    t.strictSame(await migrate(`${database.url}?options=-c%20lock_timeout%3D1`), [])
    await client.end()
  })

  await t.test('a database restored from the dump of a server that has counted further is refused', async (t) => {
    const worker = connectWorker({ url: database.url })
    t.teardown(() => worker.close())
    await worker.pool.query(
      `insert into events (transaction_id, stream_id, revision, event_id, type, schema_version, data, metadata)
       values ((pg_snapshot_xmax(pg_current_snapshot())::text::numeric + 100000)::text::xid8, 'tenant-sklep', 0,
         gen_random_uuid(), 'ThuliumConnected', 1, '{}', '{"tenantId": "sklep"}')`,
    )
    await t.rejects(migrate(database.url), { name: 'LogNotReadable' })
    await repairRestoredLog(worker.pool)
    t.strictSame(await migrate(database.url), [])
  })
})
