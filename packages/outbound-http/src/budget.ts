import { systemClock, type BudgetClock } from './budget-clock.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure } from './failure.ts'
import { LastMinute } from './last-minute.ts'
import { Pause } from './pause.ts'
import { TokenRate, type Priority } from './token-rate.ts'

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

/** There are two for each shop, and 10 000 shops: as an object with functions of its own one took 2.5 kB, so these have none. */
class CallBudget implements Budget {
  readonly #options: BudgetOptions
  readonly #clock: BudgetClock
  readonly #pause: Pause
  readonly #rate: TokenRate
  readonly #waiting: Record<Priority, Waiter[]> = { live: [], later: [] }
  readonly #underWay: Record<Priority, number> = { live: 0, later: 0 }
  readonly #started = new LastMinute()
  #cancelTimer: (() => void) | undefined

  constructor(options: BudgetOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#pause = new Pause(this.#clock, options.pauseScale ?? 1)
    this.#rate = new TokenRate(options.requestsPerSecond, options.burst ?? 1)
  }

  now(): number {
    return this.#clock.now()
  }

  async run<T>(work: () => Promise<T>, { signal, priority = 'live' }: Turn = {}): Promise<Admission<T>> {
    const refusal = await this.#turn(signal, this.#waiting[priority])
    if (refusal !== undefined) return { admitted: false, failure: refusal }
    try {
      return { admitted: true, value: await work() }
    } finally {
      this.#underWay[priority] -= 1
      this.#pump()
    }
  }

  limitHit(retryAt?: Date): Date {
    this.#pause.refused(retryAt)
    this.#pump()
    return new Date(this.#pause.until())
  }

  answered(): void {
    this.#pause.answered()
  }

  called(outcome: CallOutcome, ms: number): void {
    this.#options.onCall?.(outcome, ms)
  }

  guessedCharset(): void {
    this.#options.onGuessedCharset?.()
  }

  unreadableRows(list: string, count: number): void {
    this.#options.onUnreadableRows?.(list, count)
  }

  snapshot(): BudgetSnapshot {
    const now = this.#clock.now()
    return {
      pausedUntil: this.#pause.until() > now ? new Date(this.#pause.until()) : undefined,
      usedInMinute: this.#started.count(now),
      perMinute: this.#options.requestsPerSecond * 60,
    }
  }

  #wakeAfter(milliseconds: number): void {
    this.#cancelTimer = this.#clock.after(Math.ceil(milliseconds), () => {
      this.#pump()
    })
  }

  /** Whose turn is next, and how long until then; undefined while all wait for a place. */
  #nextTurn(now: number): { priority: Priority; delay: number } | undefined {
    if (this.#underWay.live + this.#underWay.later >= this.#options.maxInFlight) return undefined
    if (this.#waiting.live.length > 0) return { priority: 'live', delay: this.#rate.until('live', now) }
    if (this.#waiting.later.length === 0 || this.#underWay.later >= laterInFlight) return undefined
    return { priority: 'later', delay: this.#rate.until('later', now) }
  }

  #pump(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    const { live, later } = this.#waiting
    while (live.length + later.length > 0) {
      const now = this.#clock.now()
      const pausedFor = this.#pause.until() - now
      if (pausedFor > (this.#options.patienceMs ?? 2_000)) {
        for (const waiter of [...live.splice(0), ...later.splice(0)]) waiter.refuse(this.#pause.failure())
        return
      }
      if (pausedFor > 0) {
        this.#wakeAfter(pausedFor)
        return
      }
      const next = this.#nextTurn(now)
      if (!next) return
      if (next.delay > 0) {
        this.#wakeAfter(next.delay)
        return
      }
      this.#rate.started(next.priority, now)
      this.#underWay[next.priority] += 1
      this.#started.add(now)
      this.#waiting[next.priority].shift()?.start()
    }
  }

  #turn(signal: AbortSignal | undefined, line: Waiter[]): Promise<Failure | undefined> {
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
      this.#pump()
    })
  }
}

export const createBudget = (options: BudgetOptions): Budget => new CallBudget(options)

const pausedByPeople = failure('rate-limited', 'The account is paused: nothing is read or written for it', {
  code: FailureCode.accountPaused,
})

/** A budget whose turns are given in another way. */
const withRun = (budget: Budget, run: Budget['run']): Budget => ({
  run,
  limitHit: (retryAt) => budget.limitHit(retryAt),
  answered: () => budget.answered(),
  called: (outcome, ms) => budget.called(outcome, ms),
  guessedCharset: () => budget.guessedCharset(),
  unreadableRows: (list, count) => budget.unreadableRows(list, count),
  snapshot: () => budget.snapshot(),
  now: () => budget.now(),
})

/** The same budget, in which no call starts while somebody wants none. */
export const unless = (isPaused: () => boolean, budget: Budget): Budget =>
  withRun(budget, async (work, options) => {
    if (isPaused()) return { admitted: false, failure: pausedByPeople }
    // A call may wait for long until its turn.
    const turn = await budget.run(async () => (isPaused() ? undefined : { value: await work() }), options)
    if (!turn.admitted) return turn
    return turn.value ? { admitted: true, value: turn.value.value } : { admitted: false, failure: pausedByPeople }
  })

/** The same budget, in which every call waits for all that are live. */
export const later = (budget: Budget): Budget =>
  withRun(budget, (work, options) => budget.run(work, { ...options, priority: 'later' }))
