import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import { useShops, type Effect } from '../api/queries.ts'
import type { Parked } from './groups.ts'

/** As many as a page of the API has; more problems of one shop than that are decided on in several rounds. */
const atOnce = 200

export type Decision = 'retry' | 'dismiss'

/** What waits for a person's decision, of all shops. */
export function useParked() {
  const { tenantId } = useTenant()
  const shops = useShops()
  return useQuery({
    queryKey: ['parked', tenantId, shops?.map(({ integrationId }) => integrationId)],
    enabled: shops !== undefined,
    queryFn: async (): Promise<Parked[]> => {
      const lists = (shops ?? []).map(async ({ integrationId, name }) => {
        const { items } = await ask(
          client.GET('/api/tenants/{tenantId}/integrations/{integrationId}/effects', {
            params: { path: { tenantId, integrationId }, query: { state: 'parked', limit: atOnce } },
          }),
        )
        return items.map((effect: Effect) => ({ ...effect, integrationId, shop: name }))
      })
      return (await Promise.all(lists)).flat()
    },
  })
}

interface Outcome {
  done: number
  failed: number
}

/** Decides on each, one after the other; one that fails keeps none of the others from being decided on. */
export function useDecide(): (
  decision: Decision,
  items: readonly Parked[],
  onProgress: (done: number) => void,
) => Promise<Outcome> {
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  return async (decision, items, onProgress) => {
    const outcome = { done: 0, failed: 0 }
    for (const { integrationId, effectKey } of items) {
      const params = { path: { tenantId, integrationId, effectKey }, header: onceKey() }
      const call =
        decision === 'retry'
          ? client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/retry', { params })
          : client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/dismiss', { params })
      try {
        await ask(call)
        outcome.done += 1
      } catch {
        outcome.failed += 1
      }
      onProgress(outcome.done + outcome.failed)
    }
    await queries.invalidateQueries()
    return outcome
  }
}
