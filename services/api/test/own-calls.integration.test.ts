import { startBudgetReportsOfApi } from '@connector/connections'
import { createLog } from '@connector/service-kit'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi, startOutside } from './support/api.ts'

await t.test('What the API itself asks the outside', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  outside.addAccount('sklep-a')
  outside.addAccount('sklep-b')
  let minutes = 0
  const now = () => new Date(Date.now() + minutes * 60_000)
  const api = await startApi(t, outside.urls, undefined, undefined, { mode: 'off', now })
  const { tenant, integration } = await connect(api, 'sklep-a')
  const other = await connect(api, 'sklep-b')
  const { clients, store, tally } = api
  const reports = startBudgetReportsOfApi({ clients, store, tally, logger: createLog('test', 'silent') })
  t.teardown(() => reports.stop())
  const counted = () =>
    until('the count', async () => {
      reports.wake()
      const { rows } = await api.worker.pool.query<{ calls: number }>(
        `select coalesce(sum(value), 0)::int as calls from service_counters where name = 'outside_call_duration_seconds_count'`,
      )
      return rows[0] !== undefined && rows[0].calls > 0 ? rows[0].calls : undefined
    })

  t.match(await api.call('GET', `${tenant}/pick-lists/queues`), { status: 200, body: { source: 'thulium' } })
  t.match(await api.call('POST', `${integration}/authenticate`), { status: 200, body: { ok: true } })
  t.match(await api.call('POST', `${tenant}/preflight`), { status: 200 })
  const calls = await counted()
  t.ok(calls >= 6, `${calls} calls stand in the counters of all processes`)
  // Metrics are remembered for 10 s.
  minutes = 1
  const { text } = await api.call('GET', '/metrics')
  for (const side of ['thulium', 'empikplace'])
    t.match(
      text,
      new RegExp(`connector_outside_call_duration_seconds_count{side="${side}",outcome="done"} [1-9]`),
      `those of ${side} are in the metrics`,
    )

  const budgets = await api.worker.db.selectFrom('call_budgets').selectAll().orderBy('side').execute()
  t.match(budgets, [
    { tenant_id: 'sklep-a', side: 'empikplace', reporter: clients.id },
    { tenant_id: 'sklep-a', side: 'thulium', integration_id: '', reporter: clients.id },
  ])
  t.ok(
    budgets.every(({ used }) => used > 0),
    'as used of the budget of the account and of the shop',
  )
  t.notOk(
    budgets.some(({ tenant_id }) => tenant_id === 'sklep-b'),
    `and none of ${other.tenant}`,
  )
})
