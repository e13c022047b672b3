import type { BudgetClock } from './budget-clock.ts'
import { failure, FailureCode, type Failure } from './failure.ts'

const shortestPauseMs = 1_000
const backOffMs = [5_000, 30_000, 120_000, 600_000]
const longestBackOffMs = 600_000
/** Spread over ±20 %, so that many keys paused at once do not come back at once. */
const jitterShare = 0.2

/** The time in which nothing starts, because the other side asked us to slow down. */
export class Pause {
  readonly #clock: BudgetClock
  readonly #scale: number
  #until = 0
  #refusalsInARow = 0

  constructor(clock: BudgetClock, scale: number) {
    this.#clock = clock
    this.#scale = scale
  }

  /** In milliseconds since 1970; past where there is none. */
  until(): number {
    return this.#until
  }

  /** A refusal, with the instant that it named or without one. */
  refused(retryAt: Date | undefined): void {
    const now = this.#clock.now()
    // Several requests under way may all be refused: that is one refusal, not several in a row.
    const alreadyPaused = this.#until > now
    if (retryAt !== undefined) {
      this.#until = Math.max(this.#until, retryAt.getTime(), now + shortestPauseMs * this.#scale)
    } else if (!alreadyPaused) {
      const step = (backOffMs[this.#refusalsInARow] ?? longestBackOffMs) * this.#scale
      this.#until = now + step * (1 - jitterShare + 2 * jitterShare * this.#clock.random())
    }
    if (!alreadyPaused) this.#refusalsInARow += 1
  }

  /** A normal answer. */
  answered(): void {
    if (this.#until <= this.#clock.now()) this.#refusalsInARow = 0
  }

  /** What callers are told meanwhile. */
  failure(): Failure {
    const retryAt = new Date(this.#until)
    return failure('rate-limited', `Paused until ${retryAt.toISOString()}: the other side asked us to slow down`, {
      code: FailureCode.budgetPaused,
      retryAt,
    })
  }
}
