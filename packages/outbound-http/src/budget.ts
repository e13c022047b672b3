import { failure, FailureCode } from './failure.ts'
import type { Failure } from './failure.ts'
import { createLastMinute } from './last-minute.ts'

/** Time as a budget sees it; injected in tests. */
export interface BudgetClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once after that many milliseconds; the result cancels it. */
  after(milliseconds: number, callback: () => void): () => void
  /** Between 0 and 1, for jitter. */
  random(): number
}

export interface BudgetOptions {
  /** Requests that may start per second, evenly spaced; Infinity for no limit. */
  requestsPerSecond: number
  /** Requests that may be under way at once. */
  maxInFlight: number
  /** Requests that may start together after a quiet time. Default 1: then no second ever holds more than the rate. */
  burst?: number
  /** While paused longer than this, callers are answered at once instead of being held. Default 2000 ms. */
  patienceMs?: number
  /** Multiplies the shortest pause and those that nobody asked for; below 1 only for trying things out. Default 1. */
  pauseScale?: number
  /** Told of each call how it went and how long it took, its turn not counted, in ms. */
  onCall?: (outcome: CallOutcome, ms: number) => void
  clock?: BudgetClock
}

/** `done`, or how it failed. */
export type CallOutcome = 'done' | Failure['class']

export interface BudgetSnapshot {
  pausedUntil: Date | undefined
  /** Requests that started within the last minute, and how many may; Infinity without a limit. */
  usedInMinute: number
  perMinute: number
}

export type Admission<T> = { admitted: true; value: T } | { admitted: false; failure: Failure }

/** `later`: a call of an operation, which starts only when no live one waits. */
export type Priority = 'live' | 'later'

interface Turn {
  signal?: AbortSignal | undefined
  /** Default `live`. */
  priority?: Priority | undefined
}

/** One budget per EmpikPlace key and one per Thulium tenant, so that a noisy one never delays another. */
export interface Budget {
  /** Runs the work when its turn comes, first in first out among its own kind. Rejects only when the work itself does. */
  run<T>(work: () => Promise<T>, options?: Turn): Promise<Admission<T>>
  /**
   * The other side asked us to slow down: nothing starts before that instant, and a later pause already set stays. Without
   * an instant of its own the pause grows by each refusal in a row: 5 s, 30 s, 2 min, 10 min, with jitter. Never shorter
   * than a second: an instant that has passed must not make us hammer. Returns the end of the pause.
   */
  limitHit(retryAt?: Date): Date
  /** The other side answered normally: the next refusal starts from the shortest pause again. */
  answered(): void
  /** A call has ended so, after so many ms. */
  called(outcome: CallOutcome, ms: number): void
  snapshot(): BudgetSnapshot
  /** The clock that pauses are measured by, in milliseconds since 1970. */
  now(): number
}

const shortestPauseMs = 1_000
const backOffMs = [5_000, 30_000, 120_000, 600_000]
const longestBackOffMs = 600_000
/** Spread over ±20 %, so that many keys paused at once do not come back at once. */
const jitterShare = 0.2

const systemClock: BudgetClock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

interface Waiter {
  start(): void
  refuse(failure: Failure): void
}

/**
 * Calls of operations under way at once, and the share of the rate that they may use up. With one, a live call waits for a place or for its
 * turn behind one call at most; with half, a look of many live calls one after the other finds its next turn free.
 */
const laterInFlight = 1
const laterShare = 0.5

export function createBudget(options: BudgetOptions): Budget {
  const clock = options.clock ?? systemClock
  const burst = options.burst ?? 1
  const patienceMs = options.patienceMs ?? 2_000
  const pauseScale = options.pauseScale ?? 1
  const intervalMs = 1000 / options.requestsPerSecond
  const waiting: Record<Priority, Waiter[]> = { live: [], later: [] }
  const underWay: Record<Priority, number> = { live: 0, later: 0 }
  /** Until then no call of an operation starts, so that it leaves its share of the rate to live ones. */
  let laterRestsUntil = 0
  let pausedUntil = 0
  let refusalsInARow = 0
  // Generic cell rate algorithm: the instant at which the bucket is full again.
  let fullAt = 0
  let cancelTimer: (() => void) | undefined
  const started = createLastMinute()

  /** Milliseconds until a token is there. */
  function untilToken(now: number): number {
    // A clock that was set back must not stop us for longer than an empty bucket would.
    fullAt = Math.min(fullAt, now + burst * intervalMs)
    return Math.max(0, fullAt - (burst - 1) * intervalMs - now)
  }

  function pausedFailure(): Failure {
    const retryAt = new Date(pausedUntil)
    return failure('rate-limited', `Paused until ${retryAt.toISOString()}: the other side asked us to slow down`, {
      code: FailureCode.budgetPaused,
      retryAt,
    })
  }

  function wakeAfter(milliseconds: number): void {
    cancelTimer = clock.after(Math.ceil(milliseconds), pump)
  }

  /** Milliseconds until a call of an operation may start: a burst is for live calls, so the bucket must be full. */
  function untilLater(now: number): number {
    laterRestsUntil = Math.min(laterRestsUntil, now + intervalMs / laterShare)
    return Math.max(0, fullAt - now, laterRestsUntil - now)
  }

  /** Whose turn is next, and how long until then; undefined while all wait for a place. */
  function nextTurn(now: number): { priority: Priority; delay: number } | undefined {
    if (underWay.live + underWay.later >= options.maxInFlight) return undefined
    if (waiting.live.length > 0) return { priority: 'live', delay: untilToken(now) }
    if (waiting.later.length === 0 || underWay.later >= laterInFlight) return undefined
    untilToken(now)
    return { priority: 'later', delay: untilLater(now) }
  }

  function pump(): void {
    cancelTimer?.()
    cancelTimer = undefined
    while (waiting.live.length + waiting.later.length > 0) {
      const now = clock.now()
      if (pausedUntil - now > patienceMs) {
        for (const waiter of [...waiting.live.splice(0), ...waiting.later.splice(0)]) waiter.refuse(pausedFailure())
        return
      }
      if (pausedUntil > now) {
        wakeAfter(pausedUntil - now)
        return
      }
      const next = nextTurn(now)
      if (!next) return
      if (next.delay > 0) {
        wakeAfter(next.delay)
        return
      }
      fullAt = Math.max(fullAt, now) + intervalMs
      if (next.priority === 'later') laterRestsUntil = now + intervalMs / laterShare
      underWay[next.priority] += 1
      started.add(now)
      waiting[next.priority].shift()?.start()
    }
  }

  function turn(signal: AbortSignal | undefined, line: Waiter[]): Promise<Failure | undefined> {
    return new Promise((resolve) => {
      const settle = (outcome: Failure | undefined): void => {
        signal?.removeEventListener('abort', giveUp)
        resolve(outcome)
      }
      const waiter: Waiter = { start: () => settle(undefined), refuse: settle }
      const giveUp = (): void => {
        const place = line.indexOf(waiter)
        if (place < 0) return
        line.splice(place, 1)
        settle(failure('unreachable', 'Given up while waiting for its turn', { code: FailureCode.aborted }))
      }
      line.push(waiter)
      if (signal?.aborted === true) {
        giveUp()
        return
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      pump()
    })
  }

  return {
    now: () => clock.now(),
    async run(work, { signal, priority = 'live' } = {}) {
      const refusal = await turn(signal, waiting[priority])
      if (refusal !== undefined) return { admitted: false, failure: refusal }
      try {
        return { admitted: true, value: await work() }
      } finally {
        underWay[priority] -= 1
        pump()
      }
    },
    limitHit(retryAt) {
      const now = clock.now()
      // Several requests under way may all be refused: that is one refusal, not several in a row.
      const alreadyPaused = pausedUntil > now
      if (retryAt !== undefined) {
        pausedUntil = Math.max(pausedUntil, retryAt.getTime(), now + shortestPauseMs * pauseScale)
      } else if (!alreadyPaused) {
        const step = (backOffMs[refusalsInARow] ?? longestBackOffMs) * pauseScale
        pausedUntil = now + step * (1 - jitterShare + 2 * jitterShare * clock.random())
      }
      if (!alreadyPaused) refusalsInARow += 1
      pump()
      return new Date(pausedUntil)
    },
    answered() {
      if (pausedUntil <= clock.now()) refusalsInARow = 0
    },
    called: (outcome, ms) => options.onCall?.(outcome, ms),
    snapshot() {
      const now = clock.now()
      return {
        pausedUntil: pausedUntil > now ? new Date(pausedUntil) : undefined,
        usedInMinute: started.count(now),
        perMinute: options.requestsPerSecond * 60,
      }
    },
  }
}

/** The same budget, in which every call waits for all that are live. */
export const later = (budget: Budget): Budget => ({
  ...budget,
  run: (work, options) => budget.run(work, { ...options, priority: 'later' }),
})
