/** What each of those compared does: it takes work that is in a database and marks it as done there. */
export interface Queue {
  /** Puts that much work into the database. */
  fill(amount: number): Promise<void>
  /** Ends when all of it is done and marked; the work itself does nothing. */
  work(): Promise<void>
  close(): Promise<void>
}

/** Under way at once, in each of them. */
export const concurrency = 64

/** Counts work that is done; resolves at so many. */
export function countTo(amount: number): { done: Promise<void>; add(count: number): void } {
  let count = 0
  let reached = (): void => undefined
  const done = new Promise<void>((resolve) => (reached = resolve))
  return {
    done,
    add(more) {
      count += more
      if (count >= amount) reached()
    },
  }
}
