import { createTally } from '@connector/service-kit'
import { connectWorker, migrate } from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { reportTally } from '../src/tally-reports.ts'

await t.test('What could not be reported goes with the next report', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  await migrate(database.url)
  const store = connectWorker({ url: database.url, max: 2 })
  const nowhere = connectWorker({ url: 'postgres://nobody@127.0.0.1:1/nothing', max: 2 })
  t.teardown(async () => {
    await Promise.all([store.close(), nowhere.close()])
    await database.drop()
  })

  const tally = createTally()
  const labels = { api: 'thulium', operation: 'GET tickets' }
  const count = (): void => {
    tally.observe('calls_seconds', labels, 0.2)
    tally.add('retries', labels, 1)
  }
  count()
  await t.rejects(reportTally(nowhere, tally), { code: 'ECONNREFUSED' })
  // Calls go on while the database is away, and after it.
  count()
  await t.rejects(reportTally(nowhere, tally), { code: 'ECONNREFUSED' })
  count()
  await reportTally(store, tally)

  const rows = await store.db.selectFrom('service_counters').select(['name', 'labels', 'value']).execute()
  const part = (name: string, le?: string): number | undefined =>
    rows.find((row) => row.name === name && (row.labels as { le?: string }).le === le)?.value
  t.equal(part('retries'), 3)
  t.equal(part('calls_seconds_count'), 3)
  t.ok(Math.abs((part('calls_seconds_sum') ?? 0) - 0.6) < 1e-9)
  t.equal(part('calls_seconds_bucket', '0.1'), undefined)
  t.equal(part('calls_seconds_bucket', '0.25'), 3)
  t.equal(part('calls_seconds_bucket', '+Inf'), 3)
  t.strictSame(tally.take(), [], 'nothing is told twice')
})
