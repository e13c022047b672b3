import type { Log } from '@connector/service-kit'
import { atMost } from '@connector/service-kit'
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
export type Sweep = (shops: Shops, asked: SweepAsked) => Promise<Swept>

interface SweepAsked {
  /** Tickets that are read anyway. */
  except: readonly number[]
  /** When a conversation of the account changed last. */
  changedAt: Date | undefined
}

/** An account where it was no ticket's turn. */
interface Quiet {
  shops: string
  changedAt: number | undefined
  /** Until then it is none's, as long as no conversation changes. */
  until: number
}

const nothing: Swept = { tickets: [], waiting: 0, oldestAt: undefined }

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
  const said = new LRUCache<string, number>(atMost(remembered))
  /** All tickets that an account ever had are gone through to find whose turn it is, so it is not asked anew at each look. */
  const quiet = new LRUCache<string, Quiet>(atMost(remembered))

  function say(tenantId: string, count: number): void {
    const at = now().getTime()
    if (at - (said.get(tenantId) ?? -Infinity) < sayEveryMs) return
    said.set(tenantId, at)
    const reason = 'There are more open tickets than the share of the sweep can read in its time'
    log.warn({ tenantId, operation: 'sweep', count, reason }, 'Unchanged tickets are read less often than wished')
  }

  function isQuiet(shops: Shops, changedAt: Date | undefined): boolean {
    const known = quiet.get(shops.tenantId)
    return (
      known?.shops === shops.integrationIds.join() &&
      known.changedAt === changedAt?.getTime() &&
      now().getTime() < known.until
    )
  }

  return async (shops, { except, changedAt }) => {
    const { tenantId } = shops
    if (isQuiet(shops, changedAt)) return nothing
    const allowed = allowance.of(tenantId)
    const {
      tickets: first,
      due,
      nextAt,
    } = await tickets.unchanged(shops, {
      now: now(),
      sweepMs,
      // One at least, to learn how many there are.
      limit: Math.max(1, allowed),
      except,
    })
    if (due > 0) quiet.delete(tenantId)
    else {
      // What is read anyway has its next turn no sooner than that.
      const until = Math.min(now().getTime() + sweepMs, nextAt?.getTime() ?? Infinity)
      quiet.set(tenantId, { shops: shops.integrationIds.join(), changedAt: changedAt?.getTime(), until })
    }
    const toRead = first.slice(0, allowed)
    allowance.use(tenantId, toRead.length)
    const waiting = due - toRead.length
    // One ticket too many is read by the next look; twice the time means that there is no end to it.
    const oldestAt = waiting > 0 ? first.at(-1)?.last?.readAt : undefined
    if (oldestAt && now().getTime() - oldestAt.getTime() > 2 * sweepMs) say(tenantId, waiting)
    return { tickets: toRead, waiting, oldestAt }
  }
}
