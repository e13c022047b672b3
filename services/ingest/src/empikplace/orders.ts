import type { Connection } from '@connector/connections'
import { backoff, type EffectTiming } from '@connector/domain/effects'
import type { OrderRecorded } from '@connector/domain/events'
import type { IntegrationRef } from '@connector/domain/words'
import type { Unreadable } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import { askForOrders } from './ask-for-orders.ts'
import { toOrder } from './to-message.ts'

/** What is needed of a connection to ask for orders. */
type Shop = Pick<Connection, 'ref' | 'empikplace'>

/** Orders of shops, asked for only when a conversation needs them, and shared by all conversations about them. */
export interface Orders {
  /**
   * Orders by id, as far as they can be had now; one that was asked for lately is remembered. A conversation never waits
   * for its order: a ticket without the list of products is better than no ticket.
   */
  fetch(shop: Shop, ids: readonly string[], signal: AbortSignal): Promise<Map<string, OrderRecorded>>
  /** Whether asking for this order now may give one that was not had before. */
  isWorthAsking(shop: Shop, id: string): boolean
}

/** Most ids that OR11 takes at once. */
const maxIds = 100

const dayMs = 24 * 3_600_000

/** An order in one of these states hardly changes any more, so it is asked for once a day at most. */
const terminalStates: ReadonlySet<string> = new Set(['CLOSED', 'REFUSED', 'CANCELED', 'RECEIVED'])

/** An order the shop does not have (yet) is asked for again after this long, then four times as long, up to a day. */
const absentMs = 15 * 60_000

/** Lines of all remembered orders together: some 20 MB. */
const maxLines = 50_000
const maxShops = 20_000

interface Remembered {
  askedAt: number
  /** Undefined when the answer did not have it. */
  order: OrderRecorded | undefined
  /** Answers in a row that did not have it. */
  absences: number
}

export function createOrders(deps: {
  /** How long an order that was had is not asked for again. */
  freshMs: number
  timing: EffectTiming
  /** Told of orders that could not be understood, or are too large. */
  tell: (ref: IntegrationRef, unreadable: readonly Unreadable[]) => Promise<void>
  /** Told of each time that orders could not be had. */
  onFailure?: (ref: IntegrationRef, failure: Failure, count: number) => void
  now: () => Date
  random: () => number
}): Orders {
  const { freshMs, timing, tell, onFailure, now, random } = deps
  const memory = new LRUCache<string, Remembered>({
    maxSize: maxLines,
    sizeCalculation: ({ order }) => 1 + (order?.lines.length ?? 0),
  })
  /** Shops whose orders could not be had; each rests longer after each failure. */
  const ill = new LRUCache<string, { failures: number; until: number }>(atMost(maxShops))

  const shopOf = ({ ref }: Shop): string => `${ref.tenantId}/${ref.integrationId}`
  const keyOf = (shop: Shop, id: string): string => `${shopOf(shop)}/${id}`
  const isResting = (shop: Shop): boolean => (ill.get(shopOf(shop))?.until ?? 0) > now().getTime()

  function isFresh({ askedAt, order, absences }: Remembered): boolean {
    const lasts = !order
      ? Math.min(dayMs, absentMs * 4 ** (absences - 1))
      : terminalStates.has(order.state)
        ? Math.max(dayMs, freshMs)
        : freshMs
    return now().getTime() - askedAt < lasts
  }

  return {
    isWorthAsking: (shop, id) => {
      const known = memory.get(keyOf(shop, id))
      return !isResting(shop) && !(known && !known.order && isFresh(known))
    },
    async fetch(shop, ids, signal) {
      const found = new Map<string, OrderRecorded>()
      const wanted: string[] = []
      for (const id of new Set(ids)) {
        const known = memory.get(keyOf(shop, id))
        if (!known || !isFresh(known)) wanted.push(id)
        else if (known.order) found.set(id, known.order)
      }
      for (let start = 0; start < wanted.length && !isResting(shop); start += maxIds) {
        const asked = wanted.slice(start, start + maxIds)
        const answer = await askForOrders(shop.empikplace, asked, signal)
        if (!answer.ok) {
          const failures = ill.get(shopOf(shop))?.failures ?? 0
          const until = now().getTime() + backoff(timing, failures, random())
          ill.set(shopOf(shop), { failures: failures + 1, until })
          onFailure?.(shop.ref, answer.failure, wanted.length - start)
          break
        }
        ill.delete(shopOf(shop))
        await tell(shop.ref, answer.unreadable)
        for (const order of answer.orders) found.set(order.id, toOrder(order))
        for (const id of asked) {
          const order = found.get(id)
          const absences = order ? 0 : (memory.get(keyOf(shop, id))?.absences ?? 0) + 1
          memory.set(keyOf(shop, id), { askedAt: now().getTime(), order, absences })
        }
      }
      return found
    },
  }
}
