import { randomUUID } from 'node:crypto'
import { copyLog, createPostgresEventLog, createPostgresLogCopy, type NewEvent } from '@connector/event-log'
import { noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t, { type Test } from 'tap'
import { assertLogHome, moveReaders, readLogHome } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

const eventStore = { url: 'esdb://nobody:2113', prefix: 'epc_' }

async function place(t: Test) {
  const database = await createMigratedDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 3 })
  const log = createPostgresEventLog({ pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await pool.end()
    await database.drop()
  })
  return { pool, log, copy: createPostgresLogCopy(pool) }
}

const happened = (): NewEvent => ({
  ...{ id: randomUUID(), type: 'IntegrationStarted', schemaVersion: 1, data: {} },
  metadata: { tenantId: 'sklep', causedBy: 'test' },
})

t.test('a database remembers where its log is', { skip: noDatabase ?? false }, async (t) => {
  const { pool } = await place(t)
  await assertLogHome(pool, undefined, { claims: false })
  t.equal(await readLogHome(pool), undefined, 'whoever only reads it says nothing')
  await assertLogHome(pool, eventStore, { claims: true })
  t.equal(await readLogHome(pool), 'eventstore:epc_')
  await assertLogHome(pool, eventStore, { claims: true })
  await t.rejects(assertLogHome(pool, undefined, { claims: true }), /is in eventstore:epc_, and this service is set to/)
  await t.rejects(assertLogHome(pool, { ...eventStore, prefix: 'x_' }, { claims: false }), { code: /not_readable/ })
})

t.test('a database that takes no writes begins no second log by that', { skip: noDatabase ?? false }, async (t) => {
  const { pool } = await place(t)
  const reading = new pg.Pool({ ...pool.options, options: '-c default_transaction_read_only=on' })
  t.teardown(() => reading.end())
  await assertLogHome(reading, undefined, { claims: true })
  t.equal(await readLogHome(pool), undefined, 'it is asked again at the next start')
  await pool.query('alter table log_home rename column home to house')
  await t.rejects(assertLogHome(pool, undefined, { claims: true }), 'and no other error is passed over')
})

t.test('all who follow a log go on in its copy', { skip: noDatabase ?? false }, async (t) => {
  const [old, copied] = await Promise.all([place(t), place(t)])
  // Places in the copy are others.
  await copied.pool.query('create table before (); drop table before')
  await old.log.append([{ streamId: 'integration-sklep-a', expectedRevision: -1, events: [happened(), happened()] }])
  await copyLog(old, copied.copy, () => undefined)
  const [first, last] = await old.log.readStream('integration-sklep-a')
  await old.pool.query('insert into checkpoints (projection, position, rebuild_until) values ($1, $2, $3)', [
    ...['p', first?.checkpoint, last?.checkpoint],
  ])
  await old.pool.query('update feed_publisher set position = $1', [last?.checkpoint])
  const moved = await moveReaders(old.pool, old.copy, copied.log, 'eventstore:epc_')
  t.strictSame(moved, { readers: 2 })
  const [firstThere, lastThere] = await copied.log.readStream('integration-sklep-a')
  const { rows: readers } = await old.pool.query(
    `select position, rebuild_until from checkpoints where projection = 'p'`,
  )
  t.strictSame(readers, [{ position: firstThere?.checkpoint, rebuild_until: lastThere?.checkpoint }])
  const { rows: feed } = await old.pool.query('select position from feed_publisher')
  t.strictSame(feed, [{ position: lastThere?.checkpoint }], 'the feed too')
  t.equal(await readLogHome(old.pool), 'eventstore:epc_')
})

t.test(
  'a copy that lacks what a reader has read is refused, and nothing is moved',
  { skip: noDatabase ?? false },
  async (t) => {
    const [old, copied] = await Promise.all([place(t), place(t)])
    await old.log.append([{ streamId: 'integration-sklep-a', expectedRevision: -1, events: [happened()] }])
    const position = await old.log.head()
    await old.pool.query('update feed_publisher set position = $1', [position])
    await t.rejects(moveReaders(old.pool, old.copy, copied.log, 'eventstore:epc_'), /Copy the rest first/)
    t.strictSame((await old.pool.query('select position from feed_publisher')).rows, [{ position }])
    t.equal(await readLogHome(old.pool), 'postgres')
  },
)
