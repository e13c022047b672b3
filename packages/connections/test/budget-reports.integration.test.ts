import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLog } from '@connector/service-kit'
import { connectWorker, migrate } from '@connector/store'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { connectionSettings, createClients, startBudgetReports } from '../src/index.ts'

await t.test('What is used of a budget is reported', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  await migrate(database.url)
  const store = connectWorker({ url: database.url, max: 2 })
  const outside = createServer((_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end())
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const { port } = outside.address() as AddressInfo
  const clients = createClients(
    connectionSettings.parse({
      EMPIKPLACE_URL: `http://127.0.0.1:${port}`,
      THULIUM_URL: `http://127.0.0.1:${port}/{system}`,
      EMPIKPLACE_REQUESTS_PER_SECOND: '2',
    }),
  )
  let passedMs = 0
  const logger = createLog('test', 'silent')
  const reports = startBudgetReports({ clients, store, logger, clock: () => passedMs })
  t.teardown(async () => {
    await reports.stop()
    await store.close()
    await database.drop()
    outside.close()
  })
  const signal = new AbortController().signal
  const rows = () => store.db.selectFrom('call_budgets').selectAll().orderBy('integration_id').execute()

  // Two shops behind one key share its budget; nobody has used the one of the account.
  const first = clients.empikplace({ shopId: '1', apiKey: 'key', of: { tenantId: 'sklep', integrationId: 'a' } })
  clients.empikplace({ shopId: '2', apiKey: 'key', of: { tenantId: 'sklep', integrationId: 'b' } })
  clients.thulium({ system: 'sklep', user: 'connector', password: 'secret' })
  t.match(await first.account(signal), { ok: false, failure: { class: 'rate-limited' } })
  const reported = await until('the budget of the key', async () => {
    reports.wake()
    const found = await rows()
    return found.length > 0 ? found : undefined
  })
  const row = {
    tenant_id: 'sklep',
    side: 'empikplace',
    reporter: clients.id,
    per_minute: 120,
    used: 1,
    paused_until: Date,
  }
  t.match(reported, [
    { ...row, integration_id: 'a' },
    { ...row, integration_id: 'b' },
  ])
  t.equal(reported.length, 2)

  // A shop gets another key while the one before is still paused.
  const replaced = clients.empikplace({ shopId: '1', apiKey: 'new', of: { tenantId: 'sklep', integrationId: 'a' } })
  for (const time of ['first', 'second']) t.match(await replaced.account(signal), { ok: false }, time)

  const thulium = clients.thulium({ system: 'sklep', user: 'connector', password: 'secret' })
  t.match(await thulium.queues(signal), { ok: false })
  const later = await until('the budget of the account', async () => {
    reports.wake()
    const found = await rows()
    return found.length > 2 ? found : undefined
  })
  t.match(later, [{ integration_id: '', side: 'thulium', per_minute: 60, used: 1 }, {}, {}])
  t.equal(later.length, 3, 'a row is updated in place')

  const hours = () => store.db.selectFrom('call_peaks').selectAll().orderBy('side').orderBy('integration_id').execute()
  t.match(await hours(), [
    { integration_id: 'a', side: 'empikplace', peak: 1, per_minute: 120 },
    { integration_id: 'b', side: 'empikplace', peak: 1 },
    { integration_id: '', side: 'thulium', peak: 1, per_minute: 60 },
  ])
  // The fullest minute of the hour stays, whatever comes after it.
  await store.db.updateTable('call_peaks').set({ peak: 50 }).where('side', '=', 'thulium').execute()
  // What has not changed is told again after a while.
  passedMs += 60_000
  const changedAt = new Date()
  await until('a later report', async () => {
    reports.wake()
    const found = await rows()
    return found.some(({ side, observed_at: at }) => side === 'thulium' && at > changedAt) || undefined
  })
  t.match(await hours(), [{}, {}, { side: 'thulium', peak: 50 }])
})
