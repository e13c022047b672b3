import type { Log } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { SweepAllowance } from './sweep-allowance.ts'
import type { OwnTicket, OwnTickets, Shops } from './tickets.ts'

/** What the sweep of one look reads, and what it leaves. */
export interface Swept {
  tickets: readonly OwnTicket[]
  /** Tickets whose turn it was and that must wait, and about when the first of them was last read. */
  waiting: number
  oldestAt: Date | undefined
}

/**
 * Reads unchanged tickets, a few in each look: the net below the lists of changes, for a Thulium that does not date a
 * change, or shows it too late. Each open ticket has its turn after `sweepMs`, or later where there are too many for the
 * share of the account's requests that this may take.
 */
export type Sweep = (shops: Shops, except: readonly number[]) => Promise<Swept>

/** One line an hour and account says that it is slower than wished. */
const sayEveryMs = 3_600_000
const remembered = 10_000

export function createSweep(deps: {
  tickets: OwnTickets
  allowance: SweepAllowance
  sweepMs: number
  log: Log
  now: () => Date
}): Sweep {
  const { tickets, allowance, sweepMs, log, now } = deps
  const said = new LRUCache<string, number>({ max: remembered })

  function say(tenantId: string, count: number): void {
    const at = now().getTime()
    if (at - (said.get(tenantId) ?? -Infinity) < sayEveryMs) return
    said.set(tenantId, at)
    const reason = 'There are more open tickets than the share of the sweep can read in its time'
    log.warn({ tenantId, operation: 'sweep', count, reason }, 'Unchanged tickets are read less often than wished')
  }

  return async (shops, except) => {
    const { tenantId } = shops
    const allowed = allowance.of(tenantId)
    const { tickets: first, due } = await tickets.unchanged(shops, {
      now: now(),
      sweepMs,
      // One at least, to learn how many there are.
      limit: Math.max(1, allowed),
      except,
    })
    const toRead = first.slice(0, allowed)
    allowance.use(tenantId, toRead.length)
    const waiting = due - toRead.length
    // One ticket too many is read by the next look; twice the time means that there is no end to it.
    const oldestAt = waiting > 0 ? first.at(-1)?.last?.readAt : undefined
    if (oldestAt && now().getTime() - oldestAt.getTime() > 2 * sweepMs) say(tenantId, waiting)
    return { tickets: toRead, waiting, oldestAt }
  }
}
