import type { Connection } from '@connector/connections'
import type { Order, Unreadable } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'

export type OrdersAsked = { ok: true; orders: Order[]; unreadable: Unreadable[] } | { ok: false; failure: Failure }

/** Calls that may be refused before all of it counts as refused: enough to find one of a hundred. */
const mostRefusals = 10

/** Whether less of it may be answered: what is too large for us, or one id that EmpikPlace does not like. */
const isAboutIds = ({ class: kind, status }: Failure): boolean =>
  kind === 'too-large' || (kind === 'refused' && (status === 400 || status === 404 || status === 410 || status === 422))

/**
 * Orders by OR11. Where the answer is larger than we take, or refused, the half is asked for, down to single orders; one that
 * cannot be had alone is told as unreadable, and the others come all the same.
 * @param ids at most 100
 */
export async function askForOrders(
  empikplace: Connection['empikplace'],
  ids: readonly string[],
  signal: AbortSignal,
): Promise<OrdersAsked> {
  const seen: { refusals: number; had: boolean } = { refusals: 0, had: false }

  async function ask(part: readonly string[]): Promise<OrdersAsked> {
    const answer = await empikplace.orders(part, signal)
    if (answer.ok) {
      seen.had = true
      return { ok: true, ...answer.value }
    }
    const { failure } = answer
    if (failure.class === 'refused') seen.refusals += 1
    if (!isAboutIds(failure) || (seen.refusals > mostRefusals && !seen.had)) return { ok: false, failure }
    const middle = Math.ceil(part.length / 2)
    if (middle === part.length)
      return {
        ok: true,
        orders: [],
        unreadable: part.map((id) => ({ reason: failure.message, raw: { order_id: id } })),
      }
    const first = await ask(part.slice(0, middle))
    if (!first.ok) return first
    const second = await ask(part.slice(middle))
    if (!second.ok) return second
    return {
      ok: true,
      orders: [...first.orders, ...second.orders],
      unreadable: [...first.unreadable, ...second.unreadable],
    }
  }

  const asked = await ask(ids)
  // A single refusal is no verdict about an order, nor is that of all there were.
  const isNone = asked.ok && !seen.had && seen.refusals > 0
  if (!isNone) return asked
  const [told] = asked.unreadable
  return {
    ok: false,
    failure: { class: 'refused', message: told?.reason ?? 'EmpikPlace gives out none of the orders' },
  }
}
