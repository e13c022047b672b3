/** `later`: a call of an operation, which starts only when no live one waits. */
export type Priority = 'live' | 'later'

/** The share of the rate that calls of operations may use up: a look of many live calls one after the other finds its next turn free. */
const laterShare = 0.5

/** How soon a call may start; in milliseconds. */
export class TokenRate {
  readonly #intervalMs: number
  readonly #burst: number
  /** Generic cell rate algorithm: the instant at which the bucket is full again. */
  #fullAt = 0
  /** Until then no call of an operation starts, so that it leaves its share of the rate to live ones. */
  #laterRestsUntil = 0

  constructor(requestsPerSecond: number, burst: number) {
    this.#intervalMs = 1000 / requestsPerSecond
    this.#burst = burst
  }

  until(priority: Priority, now: number): number {
    // A clock that was set back must not stop us for longer than an empty bucket would.
    this.#fullAt = Math.min(this.#fullAt, now + this.#burst * this.#intervalMs)
    if (priority === 'live') return Math.max(0, this.#fullAt - (this.#burst - 1) * this.#intervalMs - now)
    // A burst is for live calls, so the bucket must be full.
    this.#laterRestsUntil = Math.min(this.#laterRestsUntil, now + this.#intervalMs / laterShare)
    return Math.max(0, this.#fullAt - now, this.#laterRestsUntil - now)
  }

  started(priority: Priority, now: number): void {
    this.#fullAt = Math.max(this.#fullAt, now) + this.#intervalMs
    if (priority === 'later') this.#laterRestsUntil = now + this.#intervalMs / laterShare
  }
}
