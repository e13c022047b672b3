import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'

/**
 * How many unchanged tickets may be read now. Reading each open ticket every ten minutes would take the whole budget of an
 * account with 600 of them; a share of it means that with more tickets each is read less often.
 */
export interface SweepAllowance {
  /** What has come together since the last time, at most; what is not used is kept for the next look. */
  of(tenantId: string): number
  use(tenantId: string, count: number): void
}

/** Tickets read in one sweep at most, so that what a look found is not followed by minutes of what it did not. */
const most = 50

/** Forgotten ones only begin anew. */
const remembered = 10_000

/** @param perSecond reads that an account is allowed, on average */
export function createSweepAllowance(perSecond: number, now: () => Date): SweepAllowance {
  const accounts = new LRUCache<string, { at: number; left: number }>(atMost(remembered))

  function account(tenantId: string): { at: number; left: number } {
    const at = now().getTime()
    // The first look of a process reads one, or a process that restarts often would never sweep.
    const known = accounts.get(tenantId) ?? { at, left: 1 }
    const earned = (Math.max(0, at - known.at) / 1_000) * perSecond
    const account = { at, left: Math.min(most, known.left + earned) }
    accounts.set(tenantId, account)
    return account
  }

  return {
    of: (tenantId) => Math.max(0, Math.floor(account(tenantId).left)),
    use: (tenantId, count) => void (account(tenantId).left -= count),
  }
}
