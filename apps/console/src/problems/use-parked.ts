import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import { useShops, type Effect, type Shop } from '../api/queries.ts'
import type { Parked } from './groups.ts'

/** As many as a page of the API has. */
const atOnce = 200

export type Decision = 'retry' | 'dismiss'

interface ParkedList {
  items: Parked[]
  /** There are further ones, of one shop at least. */
  hasMore: boolean
}

/** @param pages of each shop that are shown */
async function parkedOf(tenantId: string, { integrationId, name }: Shop, pages: number): Promise<ParkedList> {
  const items: Parked[] = []
  let cursor: string | null = null
  for (let page = 0; page < pages; page += 1) {
    const query = { state: 'parked', limit: atOnce, ...(cursor === null ? {} : { cursor }) } as const
    const answer: { items: Effect[]; nextCursor: string | null } = await ask(
      client.GET('/api/tenants/{tenantId}/integrations/{integrationId}/effects', {
        params: { path: { tenantId, integrationId }, query },
      }),
    )
    items.push(...answer.items.map((effect) => ({ ...effect, integrationId, shop: name })))
    cursor = answer.nextCursor
    if (cursor === null) break
  }
  return { items, hasMore: cursor !== null }
}

/** What waits for a person's decision, of all shops. */
export function useParked(pages: number) {
  const { tenantId } = useTenant()
  const shops = useShops()
  return useQuery({
    queryKey: ['parked', tenantId, shops?.map(({ integrationId }) => integrationId), pages],
    enabled: shops !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<ParkedList> => {
      const lists = await Promise.all((shops ?? []).map((shop) => parkedOf(tenantId, shop, pages)))
      return { items: lists.flatMap(({ items }) => items), hasMore: lists.some(({ hasMore }) => hasMore) }
    },
  })
}

interface Outcome {
  done: number
  failed: number
}

interface Asked {
  decision: Decision
  items: readonly Parked[]
  /** Why they are given up. */
  reason: string
  onProgress: (done: number) => void
}

/** Decides on each, one after the other; one that fails keeps none of the others from being decided on. */
export function useDecide(): (asked: Asked) => Promise<Outcome> {
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  return async ({ decision, items, reason, onProgress }) => {
    const outcome = { done: 0, failed: 0 }
    for (const { integrationId, effectKey } of items) {
      const params = { path: { tenantId, integrationId, effectKey }, header: onceKey() }
      const call =
        decision === 'retry'
          ? client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/retry', { params })
          : client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/dismiss', {
              params,
              body: { reason },
            })
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
