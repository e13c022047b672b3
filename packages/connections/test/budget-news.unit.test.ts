import t from 'tap'
import { createBudgetNews } from '../src/budget-news.ts'
import type { BudgetUse } from '../src/clients.ts'

const useOf = (tenantId: string, usedInMinute: number, pausedUntil?: Date): BudgetUse => ({
  tenantId,
  integrationId: 'x',
  side: 'empikplace',
  snapshot: { usedInMinute, perMinute: 60, pausedUntil },
})

t.test('of a budget only what has changed is told, and all of it again after a while', (t) => {
  let at = 0
  const news = createBudgetNews(() => at)
  const tenants = (uses: readonly BudgetUse[]): string[] => news.of(uses).map(({ tenantId }) => tenantId)
  const idle = ['a', 'b', 'c'].map((tenantId) => useOf(tenantId, 1))
  t.same(tenants(idle), ['a', 'b', 'c'])
  at = 10_000
  t.same(tenants(idle), [])
  at = 20_000
  t.same(tenants([useOf('a', 2), useOf('b', 1, new Date(0)), useOf('c', 1)]), ['a', 'b'])
  at = 50_000
  t.same(tenants([useOf('a', 2), useOf('b', 1, new Date(0)), useOf('c', 1)]), ['c'], 'a status would take it for old')
  at = 51_000
  news.forget()
  t.same(tenants([useOf('c', 1)]), ['c'], 'it did not arrive')
  t.same(tenants([]), [])
  t.same(tenants([useOf('c', 1)]), ['c'], 'it was not in use meanwhile')
  t.end()
})
