import type { OwnFault } from '@connector/domain/health'
import { CredentialsUnreadable, isDatabaseAway } from '@connector/store'

interface OwnHealth {
  fault: OwnFault | undefined
  /** Since when; undefined while nothing is wrong. */
  since: Date | undefined
  error?: unknown
}

export interface SelfCheck {
  /** Writes and opens the canary, or gives what was found a moment ago. Never rejects. */
  now(): Promise<OwnHealth>
  /** What was found last; asks anew for the next time when that is old. */
  known(): OwnHealth
}

/** However many ask, one write in this time, in ms. */
const usuallyFreshForMs = 5_000

const faultOf = (error: unknown): OwnFault => {
  if (error instanceof CredentialsUnreadable) return 'master-key'
  return isDatabaseAway(error) ? 'database-away' : 'database-takes-no-writes'
}

/**
 * Whether this process could do its work now, as far as that is its own.
 * @param sing writes the canary and opens it
 */
export function createSelfCheck(sing: () => Promise<void>, freshForMs = usuallyFreshForMs): SelfCheck {
  let last: OwnHealth = { fault: undefined, since: undefined }
  let foundAt = -Infinity
  let asking: Promise<OwnHealth> | undefined

  async function ask(): Promise<OwnHealth> {
    try {
      await sing()
      last = { fault: undefined, since: undefined }
    } catch (error) {
      last = { fault: faultOf(error), since: last.since ?? new Date(), error }
    }
    foundAt = performance.now()
    return last
  }

  const now = (): Promise<OwnHealth> =>
    performance.now() - foundAt < freshForMs
      ? Promise.resolve(last)
      : (asking ??= ask().finally(() => {
          asking = undefined
        }))

  return {
    now,
    known() {
      void now()
      return last
    },
  }
}
