/** Time as a budget sees it; injected in tests. */
export interface BudgetClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after that many milliseconds; the result cancels it. */
  after(milliseconds: number, callback: () => void): () => void
  /** Between 0 and 1, for jitter. */
  random(): number
}

export const systemClock: BudgetClock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}
