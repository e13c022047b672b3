/** `later`: a call of an operation, which starts only when no live one waits. */
export type Priority = 'live' | 'later'

/** The share of the rate that calls of operations may use up: a look of many live calls one after the other finds its next turn free. */
const laterShare = 0.5

/** How soon a call may start; in milliseconds. */
export interface TokenRate {
  until(priority: Priority, now: number): number
  started(priority: Priority, now: number): void
}

export function createTokenRate(requestsPerSecond: number, burst: number): TokenRate {
  const intervalMs = 1000 / requestsPerSecond
  // Generic cell rate algorithm: the instant at which the bucket is full again.
  let fullAt = 0
  /** Until then no call of an operation starts, so that it leaves its share of the rate to live ones. */
  let laterRestsUntil = 0

  return {
    until(priority, now) {
      // A clock that was set back must not stop us for longer than an empty bucket would.
      fullAt = Math.min(fullAt, now + burst * intervalMs)
      if (priority === 'live') return Math.max(0, fullAt - (burst - 1) * intervalMs - now)
      // A burst is for live calls, so the bucket must be full.
      laterRestsUntil = Math.min(laterRestsUntil, now + intervalMs / laterShare)
      return Math.max(0, fullAt - now, laterRestsUntil - now)
    },
    started(priority, now) {
      fullAt = Math.max(fullAt, now) + intervalMs
      if (priority === 'later') laterRestsUntil = now + intervalMs / laterShare
    },
  }
}
