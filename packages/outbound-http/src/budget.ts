import { systemClock, type BudgetClock } from './budget-clock.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure } from './failure.ts'
import { createLastMinute } from './last-minute.ts'
import { createPause } from './pause.ts'
import { createTokenRate, type Priority } from './token-rate.ts'

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
  /** Told of each answer whose charset was guessed, since its bytes contradict its label. */
  onGuessedCharset?: () => void
  /** Told of rows of a list that could not be understood. */
  onUnreadableRows?: (list: string, count: number) => void
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
  /** The charset of an answer was guessed. */
  guessedCharset(): void
  /** So many rows of a list could not be understood. */
  unreadableRows(list: string, count: number): void
  snapshot(): BudgetSnapshot
  /** The clock that pauses are measured by, in milliseconds since 1970. */
  now(): number
}

interface Waiter {
  start(): void
  refuse(failure: Failure): void
}

/** Calls of operations under way at once: a live call waits for a place or for its turn behind one of them at most. */
const laterInFlight = 1

export function createBudget(options: BudgetOptions): Budget {
  const clock = options.clock ?? systemClock
  const patienceMs = options.patienceMs ?? 2_000
  const pause = createPause(clock, options.pauseScale ?? 1)
  const rate = createTokenRate(options.requestsPerSecond, options.burst ?? 1)
  const waiting: Record<Priority, Waiter[]> = { live: [], later: [] }
  const underWay: Record<Priority, number> = { live: 0, later: 0 }
  let cancelTimer: (() => void) | undefined
  const started = createLastMinute()

  function wakeAfter(milliseconds: number): void {
    cancelTimer = clock.after(Math.ceil(milliseconds), pump)
  }

  /** Whose turn is next, and how long until then; undefined while all wait for a place. */
  function nextTurn(now: number): { priority: Priority; delay: number } | undefined {
    if (underWay.live + underWay.later >= options.maxInFlight) return undefined
    if (waiting.live.length > 0) return { priority: 'live', delay: rate.until('live', now) }
    if (waiting.later.length === 0 || underWay.later >= laterInFlight) return undefined
    return { priority: 'later', delay: rate.until('later', now) }
  }

  function pump(): void {
    cancelTimer?.()
    cancelTimer = undefined
    while (waiting.live.length + waiting.later.length > 0) {
      const now = clock.now()
      const pausedFor = pause.until() - now
      if (pausedFor > patienceMs) {
        for (const waiter of [...waiting.live.splice(0), ...waiting.later.splice(0)]) waiter.refuse(pause.failure())
        return
      }
      if (pausedFor > 0) {
        wakeAfter(pausedFor)
        return
      }
      const next = nextTurn(now)
      if (!next) return
      if (next.delay > 0) {
        wakeAfter(next.delay)
        return
      }
      rate.started(next.priority, now)
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
      pause.refused(retryAt)
      pump()
      return new Date(pause.until())
    },
    answered: () => pause.answered(),
    called: (outcome, ms) => options.onCall?.(outcome, ms),
    guessedCharset: () => options.onGuessedCharset?.(),
    unreadableRows: (list, count) => options.onUnreadableRows?.(list, count),
    snapshot() {
      const now = clock.now()
      return {
        pausedUntil: pause.until() > now ? new Date(pause.until()) : undefined,
        usedInMinute: started.count(now),
        perMinute: options.requestsPerSecond * 60,
      }
    },
  }
}

const pausedByPeople = failure('rate-limited', 'The account is paused: nothing is read or written for it', {
  code: FailureCode.accountPaused,
})

/** The same budget, in which no call starts while somebody wants none. */
export const unless = (isPaused: () => boolean, budget: Budget): Budget => ({
  ...budget,
  async run(work, options) {
    if (isPaused()) return { admitted: false, failure: pausedByPeople }
    // A call may wait for long until its turn.
    const turn = await budget.run(async () => (isPaused() ? undefined : { value: await work() }), options)
    if (!turn.admitted) return turn
    return turn.value ? { admitted: true, value: turn.value.value } : { admitted: false, failure: pausedByPeople }
  },
})

/** The same budget, in which every call waits for all that are live. */
export const later = (budget: Budget): Budget => ({
  ...budget,
  run: (work, options) => budget.run(work, { ...options, priority: 'later' }),
})
