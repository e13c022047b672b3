import type pg from 'pg'
import t from 'tap'
import { assertLogReadable, eventLogSchema, repairRestoredLog } from '../src/index.ts'
import { noDatabase } from '@connector/test-kit'
import { follow, opening } from './support/events.ts'
import { createLogDatabase, insertRaw, openClient, openLog } from './support/postgres-log.ts'

/**
 * Moves the stored events' transaction ids ahead, as if the table had come by a dump from a cluster that has counted
 * further.
 */
async function restoreFromAhead(client: pg.Client, ids: bigint): Promise<void> {
  await client.query(
    `update events set transaction_id =
       ((pg_snapshot_xmax(pg_current_snapshot())::text::numeric + $1::numeric)::text)::xid8`,
    [ids.toString()],
  )
}

if (noDatabase !== undefined) {
  t.plan(0, noDatabase)
} else {
  await t.test('a log in the cluster that wrote it is readable and needs no repair', async (t) => {
    const { url } = await createLogDatabase(t)
    const { log, pool, dispose } = openLog(url)
    t.teardown(dispose)
    await assertLogReadable(pool)
    await log.append([opening('a')])
    await assertLogReadable(pool)
    t.equal(await repairRestoredLog(pool), 0n)
  })

  await t.test(
    'a log restored into a younger cluster is refused until it is repaired, then nothing is hidden or skipped',
    async (t) => {
      const { url } = await createLogDatabase(t)
      const client = await openClient(url)
      t.teardown(() => client.end())
      await client.query('begin')
      for (const revision of [0, 1, 2]) await insertRaw(client, 'restored', revision)
      await client.query('commit')
      await restoreFromAhead(client, 150_000n)

      const { log, pool, dispose } = openLog(url)
      t.teardown(dispose)
      const refused = { name: 'LogNotReadable', code: 'event_log.not_readable', message: /npm run restored/ }
      await t.rejects(log.readAll(undefined, 10), refused)
      await t.rejects(log.append([opening('new')]), refused, 'nothing may be written that readers would skip')
      await t.rejects(assertLogReadable(pool), refused)

      t.ok((await repairRestoredLog(pool)) > 0n)
      const old = await follow(log, { count: 3, wanted: ({ streamId }) => streamId === 'restored' })
      t.equal(old.length, 3, 'the same log goes on after the repair')
      await log.append([opening('new', 2)])
      const after = old.at(-1)?.checkpoint
      const added = await follow(log, { after, count: 2, wanted: () => true })
      t.strictSame(
        added.map(({ streamId, revision }) => `${streamId} ${revision}`),
        ['new 0', 'new 1'],
        'a reader that had read everything sees exactly what is new',
      )
    },
  )

  await t.test('a gap too large to count through is refused with the other remedy', async (t) => {
    const { url } = await createLogDatabase(t)
    const client = await openClient(url)
    const { pool, dispose } = openLog(url)
    t.teardown(() => Promise.all([dispose(), client.end()]))
    await insertRaw(client, 'restored', 0)
    await restoreFromAhead(client, 2_000_000_000n)
    await t.rejects(repairRestoredLog(pool), { code: 'event_log.not_readable', message: /pg_resetwal/ })
  })

  await t.test('the schema may be applied again and keeps what is there', async (t) => {
    const { url } = await createLogDatabase(t)
    const { log, pool, dispose } = openLog(url)
    t.teardown(dispose)
    await log.append([opening('kept')])
    await pool.query(eventLogSchema)
    t.equal((await log.readStream('kept')).length, 1)
  })

  await t.test('an empty log has no head and an empty first page', async (t) => {
    const { url } = await createLogDatabase(t)
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    t.equal(await log.head(), undefined)
    t.strictSame(await log.readAll(undefined, 10), { events: [], next: undefined })
  })
}
