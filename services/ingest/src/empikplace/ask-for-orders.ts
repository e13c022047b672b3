import type { Connection } from '@connector/connections'
import type { Order, Unreadable } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'

export type OrdersAsked = { ok: true; orders: Order[]; unreadable: Unreadable[] } | { ok: false; failure: Failure }

/**
 * Orders by OR11. Where the answer is larger than we take, the half is asked for, down to single orders; one that is too large
 * alone is told as unreadable, and the others come all the same.
 * @param ids at most 100
 */
export async function askForOrders(
  empikplace: Connection['empikplace'],
  ids: readonly string[],
  signal: AbortSignal,
): Promise<OrdersAsked> {
  const answer = await empikplace.orders(ids, signal)
  if (answer.ok) return { ok: true, ...answer.value }
  const { failure } = answer
  if (failure.class !== 'too-large') return { ok: false, failure }
  const middle = Math.ceil(ids.length / 2)
  if (middle === ids.length)
    return { ok: true, orders: [], unreadable: ids.map((id) => ({ reason: failure.message, raw: { order_id: id } })) }
  const first = await askForOrders(empikplace, ids.slice(0, middle), signal)
  if (!first.ok) return first
  const second = await askForOrders(empikplace, ids.slice(middle), signal)
  if (!second.ok) return second
  return {
    ok: true,
    orders: [...first.orders, ...second.orders],
    unreadable: [...first.unreadable, ...second.unreadable],
  }
}
