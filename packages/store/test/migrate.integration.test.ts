import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { repairRestoredLog } from '@connector/event-log'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { connectWorker, migrate } from '../src/index.ts'
import { migrations } from '../src/migration-files.ts'

/** Of the SQL of each migration, as somebody's database has run it: only added to (`npm run generate`). The newest may still be in the making. */
const released = JSON.parse(readFileSync(new URL('released-migrations.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>

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
