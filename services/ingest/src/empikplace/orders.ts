import type { Connection } from '@connector/connections'
import type { OrderRecorded } from '@connector/domain'
import { LRUCache } from 'lru-cache'
import { toOrder } from './to-message.ts'

/** Most ids that OR11 takes at once. */
const maxIds = 100

/** An order that could not be fetched is asked for again after this long, when its conversation changes. */
const askAgainMs = 15 * 60_000

/** When each order was last asked for without success. */
export type OrderMemory = LRUCache<string, number>

export const createOrderMemory = (): OrderMemory => new LRUCache({ max: 20_000 })

/**
 * Orders by id, as far as they can be had now. A conversation never waits for its order: a ticket without the list of
 * products is better than no ticket.
 */
export async function fetchOrders(
  connection: Connection,
  memory: OrderMemory,
  ids: readonly string[],
  now: Date,
  signal: AbortSignal,
): Promise<Map<string, OrderRecorded>> {
  const key = (id: string): string => `${connection.ref.tenantId}/${connection.ref.integrationId}/${id}`
  const wanted = [...new Set(ids)].filter((id) => now.getTime() - (memory.get(key(id)) ?? 0) >= askAgainMs)
  const found = new Map<string, OrderRecorded>()
  for (let start = 0; start < wanted.length; start += maxIds) {
    const asked = wanted.slice(start, start + maxIds)
    const answer = await connection.empikplace.orders(asked, signal)
    if (answer.ok) for (const order of answer.value.orders) found.set(order.id, toOrder(order))
    for (const id of asked) if (!found.has(id)) memory.set(key(id), now.getTime())
    if (!answer.ok) break
  }
  return found
}
