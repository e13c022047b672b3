import type { OrderRecorded, ThreadFacts } from '../events/conversation-events.ts'
import { isOrder } from '../words/mirakl.ts'

interface Known {
  thread?: ThreadFacts | undefined
  /** The orders as they were recorded each time, oldest first. */
  orders: readonly OrderRecorded[]
}

/** Ids of all orders that a conversation is about: as the thread names them, then others that were recorded. */
export function orderIdsOf({ thread, orders }: Known): string[] {
  const named = (thread?.entities ?? []).filter(isOrder).map(({ id }) => id)
  return [...new Set([...named, ...orders.map(({ orderId }) => orderId)])]
}

/** The orders as they are known now, one of each, in the order of their ids above. */
export const ordersOf = (known: Known): OrderRecorded[] =>
  orderIdsOf(known).flatMap((id) => known.orders.findLast(({ orderId }) => orderId === id) ?? [])
