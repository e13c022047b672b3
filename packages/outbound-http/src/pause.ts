import type { BudgetClock } from './budget-clock.ts'
import { failure, FailureCode, type Failure } from './failure.ts'

const shortestPauseMs = 1_000
const backOffMs = [5_000, 30_000, 120_000, 600_000]
const longestBackOffMs = 600_000
/** Spread over ±20 %, so that many keys paused at once do not come back at once. */
const jitterShare = 0.2

/** The time in which nothing starts, because the other side asked us to slow down. */
export interface Pause {
  /** In milliseconds since 1970; past where there is none. */
  until(): number
  /** A refusal, with the instant that it named or without one. */
  refused(retryAt: Date | undefined): void
  /** A normal answer. */
  answered(): void
  /** What callers are told meanwhile. */
  failure(): Failure
}

export function createPause(clock: BudgetClock, scale: number): Pause {
  let until = 0
  let refusalsInARow = 0

  return {
    until: () => until,
    refused(retryAt) {
      const now = clock.now()
      // Several requests under way may all be refused: that is one refusal, not several in a row.
      const alreadyPaused = until > now
      if (retryAt !== undefined) {
        until = Math.max(until, retryAt.getTime(), now + shortestPauseMs * scale)
      } else if (!alreadyPaused) {
        const step = (backOffMs[refusalsInARow] ?? longestBackOffMs) * scale
        until = now + step * (1 - jitterShare + 2 * jitterShare * clock.random())
      }
      if (!alreadyPaused) refusalsInARow += 1
    },
    answered() {
      if (until <= clock.now()) refusalsInARow = 0
    },
    failure() {
      const retryAt = new Date(until)
      return failure('rate-limited', `Paused until ${retryAt.toISOString()}: the other side asked us to slow down`, {
        code: FailureCode.budgetPaused,
        retryAt,
      })
    },
  }
}
