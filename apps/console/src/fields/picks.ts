import { useQuery } from '@tanstack/react-query'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import type { BothLanguages } from '../api/queries.ts'

export type Pick = 'queues' | 'categories' | 'statuses' | 'agents' | 'customer-fields' | 'ticket-fields'

export interface PickList {
  items: { value: string; label: string }[]
  /** Whether Thulium said all there is; otherwise the value can be typed. */
  isWhole: boolean
  note: BothLanguages | null
}

const path = (tenantId: string) => ({ params: { path: { tenantId } } })

async function read(tenantId: string, pick: Pick): Promise<PickList> {
  if (pick === 'customer-fields' || pick === 'ticket-fields') {
    const of = pick === 'customer-fields' ? 'customer' : 'ticket'
    const { items, note } = await ask(
      client.GET('/api/tenants/{tenantId}/pick-lists/custom-fields', {
        params: { path: { tenantId }, query: { of } },
      }),
    )
    // The names are learned from one record, which need not have all of them.
    return { items: items.map(({ name }) => ({ value: name, label: name })), isWhole: false, note }
  }
  if (pick === 'agents') {
    const { items, note, source } = await ask(client.GET('/api/tenants/{tenantId}/pick-lists/agents', path(tenantId)))
    const active = items.filter((agent) => agent.active)
    return {
      items: active.map(({ login, label }) => ({ value: login, label: `${label} (${login})` })),
      isWhole: source === 'thulium',
      note,
    }
  }
  const { items, note, source } = await ask(
    pick === 'queues'
      ? client.GET('/api/tenants/{tenantId}/pick-lists/queues', path(tenantId))
      : pick === 'categories'
        ? client.GET('/api/tenants/{tenantId}/pick-lists/categories', path(tenantId))
        : client.GET('/api/tenants/{tenantId}/pick-lists/statuses', path(tenantId)),
  )
  return { items: items.map(({ id, label }) => ({ value: String(id), label })), isWhole: source === 'thulium', note }
}

/** What there is to choose from in Thulium. */
export function usePickList(pick: Pick) {
  const { tenantId, may } = useTenant()
  return useQuery({
    queryKey: ['pick-list', tenantId, pick],
    enabled: may('config'),
    staleTime: 60_000,
    queryFn: () => read(tenantId, pick),
  })
}
