import { backoff } from './backoff.ts'
import type { EffectKind } from './kinds.ts'
import type { EffectTiming } from './timing.ts'

/**
 * Planned until somebody claims it, then claimed until its outcome is known: confirmed, planned again, parked for a person, or
 * unknown, and then looked up. A person sends a parked one back to be looked up, or ends it; an outcome in the log ends any.
 */
export const effectStates = ['planned', 'claimed', 'unknown', 'confirmed', 'parked'] as const
export type EffectState = (typeof effectStates)[number]

/** What a try taught us. `failureClass` says whose fault it is; `too-large` is our own limit, `internal` any other fault of ours. */
export interface EffectFailure {
  failureClass:
    'credentials-rejected' | 'unreachable' | 'rate-limited' | 'refused' | 'too-large' | 'internal' | 'not-connected'
  message: string
  retryAt?: Date | undefined
  /** The HTTP status, when the other side answered. */
  status?: number | undefined
  /** What answered is not the other side: a firewall, a gateway, a page. It never looks at the same text otherwise. */
  byGateway?: true
  /** The other side refused, or something may be what was asked for: it is asked again before that is believed. */
  doubted?: true
  /** An error of our own code, which the same text will meet again: neither the database nor anything that passes by itself. */
  byUs?: true
}

export type Attempt =
  | { kind: 'done' }
  | { kind: 'not-done'; failure: EffectFailure }
  | { kind: 'unknown'; failure: EffectFailure }
  /**
   * `bySearch`: only a search could have found it, whose index may lag behind. `doubt`: something is there that may be what
   * was sent, in another form; it says what.
   */
  | { kind: 'not-found'; doubt?: string; bySearch?: true }
  | { kind: 'lookup-failed'; failure: EffectFailure }

export interface EffectProgress {
  /** Failed tries since the last one that got an answer; drives the back-off. */
  failures: number
  /** Look-ups since the last send that found nothing. */
  lookups: number
  /** Sends whose outcome stayed unknown. */
  ambiguousSends: number
  /** Those of them for which the other side did answer for others of the kind since the send before. */
  passedOver: number
  /** Answers that were not believed yet: refusals, and what may hide what was asked for. */
  doubts: number
  /** Tries that a gateway refused, which refuses this very write. */
  gatewayAnswers: number
  /** Tries that our own code could not make. */
  ownFaults: number
}

/** Of an effect that nobody has tried yet. */
export const untried: EffectProgress = {
  failures: 0,
  lookups: 0,
  ambiguousSends: 0,
  passedOver: 0,
  doubts: 0,
  gatewayAnswers: 0,
  ownFaults: 0,
}

/** Where a claimed effect goes. */
export interface Transition {
  state: 'confirmed' | 'planned' | 'unknown' | 'parked'
  notBefore: Date
  progress: EffectProgress
  parkedBecause?: { code: string; message: string }
}

type ParkedBecause = NonNullable<Transition['parkedBecause']>

const parked = (now: Date, progress: EffectProgress, parkedBecause: ParkedBecause): Transition => ({
  state: 'parked',
  notBefore: now,
  progress,
  parkedBecause,
})

const at = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

const later = (now: Date, wait: number, retryAt: Date | undefined): Date =>
  retryAt && retryAt.getTime() > now.getTime() ? retryAt : at(now, wait)

/**
 * Waits before the look-ups that follow a send. The first time they are those of the kind. After each further send of
 * unknown outcome one more look-up follows, right before the next send, and the wait before it grows.
 */
function lookupWaits(kind: EffectKind, ambiguousSends: number, timing: EffectTiming, random: number): number[] {
  const waits = [...timing.lookupDelaysMs[kind]]
  return ambiguousSends > 1 ? [...waits, backoff(timing, ambiguousSends - 1, random)] : waits
}

/**
 * What a gateway refuses so often needs a person, since nobody but a person can write it otherwise, or ask for the gateway to be
 * mended. Between two tries the other side was reached and did not have it, so it is no outage. By the usual waits that takes 23
 * min for what goes to a buyer.
 */
const mostGatewayAnswers = 5
/** A size does not change from one try to the next; 2.5 min are enough for a slip of the moment. */
const mostRefusedSizes = 4

const isRefusedSize = ({ failureClass, byGateway }: EffectFailure): boolean =>
  byGateway === true && failureClass === 'too-large'

const byGateway = (tries: number, message: string): ParkedBecause => ({
  code: 'effect.gateway_refused',
  message: `Tried ${tries} times. ${message}`,
})

/**
 * What our own code cannot do so often it will not do later: a newer version has to. By the usual waits that takes 13 min, in
 * which a passing cause, which nobody has thought of, is gone.
 */
const mostOwnFaults = 5

const ownFault = (tries: number, message: string): ParkedBecause => ({
  code: 'effect.own_fault',
  message: `Given up after ${tries} tries. ${message}`,
})

/**
 * Counts what does not pass by itself, each cause for itself: what a gateway does says nothing of what our code or the other side
 * does. An outage between two of them counts for none.
 */
function withLasting(progress: EffectProgress, failure: EffectFailure, mayBeGateway: boolean): EffectProgress {
  if (failure.byUs) return { ...progress, ownFaults: progress.ownFaults + 1 }
  if (mayBeGateway && failure.byGateway) return { ...progress, gatewayAnswers: progress.gatewayAnswers + 1 }
  return failure.doubted ? { ...progress, doubts: progress.doubts + 1 } : progress
}

/** Why a write that failed so often by what lasts needs a person; undefined while it does not, or for what may pass. */
function givenUp(failure: EffectFailure, { gatewayAnswers, ownFaults }: EffectProgress): ParkedBecause | undefined {
  if (failure.byUs) return ownFaults < mostOwnFaults ? undefined : ownFault(ownFaults, failure.message)
  const most = isRefusedSize(failure) ? mostRefusedSizes : mostGatewayAnswers
  return failure.byGateway && gatewayAnswers >= most ? byGateway(gatewayAnswers, failure.message) : undefined
}

/** Two sends of unknown outcome and something that may be one of them: one more could be one too many. */
const doubtfulSends = 2

/** Why a write that nobody answered for, and that all look-ups did not find, needs a person; undefined when it does not. */
function ambiguity(
  { ambiguousSends, passedOver }: EffectProgress,
  doubt: string | undefined,
  timing: EffectTiming,
): string | undefined {
  const sent = `Sent ${ambiguousSends} times without an answer, and not found at the other side`
  if (doubt !== undefined && ambiguousSends >= doubtfulSends) return `${sent}; but it may be there: ${doubt}`
  if (passedOver >= timing.maxPassedOver) return `${sent}, which took other writes of this kind meanwhile`
  return undefined
}

/** Whether the other side took another write of the kind since this one was sent before; at least its look-ups are between. */
function isPassedOver(kind: EffectKind, { ambiguousSends }: EffectProgress, clock: EffectClock, timing: EffectTiming) {
  if (ambiguousSends === 0 || clock.lastTaken === undefined) return false
  const leastWait = lookupWaits(kind, ambiguousSends, timing, 0).reduce((sum, wait) => sum + wait, 0)
  return clock.lastTaken >= at(clock.now, -leastWait)
}

/** `lastTaken`: when the other side last answered for a write of this kind from the same integration. */
export interface EffectClock {
  now: Date
  random: number
  lastTaken?: Date | undefined
}

/** Where an effect goes after a try or a look-up. */
export function nextStep(
  kind: EffectKind,
  progress: EffectProgress,
  attempt: Attempt,
  clock: EffectClock,
  timing: EffectTiming,
): Transition {
  const { now, random } = clock
  const firstLookup = timing.lookupDelaysMs[kind][0] ?? 0
  switch (attempt.kind) {
    case 'done':
      return { state: 'confirmed', notBefore: now, progress }
    case 'not-done': {
      if (attempt.failure.failureClass === 'refused')
        return parked(now, progress, { code: 'effect.refused', message: attempt.failure.message })
      const next = withLasting(progress, attempt.failure, isRefusedSize(attempt.failure))
      const because = next === progress ? undefined : givenUp(attempt.failure, next)
      if (because) return parked(now, next, because)
      const wait = backoff(timing, progress.failures, random)
      return {
        state: 'planned',
        notBefore: later(now, wait, attempt.failure.retryAt),
        progress: { ...next, failures: progress.failures + 1 },
      }
    }
    case 'unknown': {
      const next = {
        ...withLasting(progress, attempt.failure, true),
        lookups: 0,
        ambiguousSends: progress.ambiguousSends + 1,
        passedOver: progress.passedOver + (isPassedOver(kind, progress, clock, timing) ? 1 : 0),
      }
      const because = givenUp(attempt.failure, next)
      if (because) return parked(now, next, because)
      return { state: 'unknown', notBefore: at(now, firstLookup), progress: next }
    }
    case 'lookup-failed': {
      if (attempt.failure.failureClass === 'refused')
        return parked(now, progress, { code: 'effect.lookup_refused', message: attempt.failure.message })
      const next = withLasting(progress, attempt.failure, false)
      const because = next === progress ? undefined : givenUp(attempt.failure, next)
      if (because) return parked(now, next, because)
      const wait = backoff(timing, progress.failures, random)
      return {
        state: 'unknown',
        notBefore: later(now, wait, attempt.failure.retryAt),
        progress: { ...next, failures: progress.failures + 1 },
      }
    }
    case 'not-found': {
      const lookups = progress.lookups + 1
      // A message that begins a new ticket is found as that ticket is.
      const like = attempt.bySearch ? 'ticket:create' : kind
      const waits = lookupWaits(like, progress.ambiguousSends, timing, random)
      const next = waits[lookups]
      if (next !== undefined)
        return { state: 'unknown', notBefore: at(now, next), progress: { ...progress, failures: 0, lookups } }
      const message = ambiguity(progress, attempt.doubt, timing)
      if (message !== undefined) return parked(now, progress, { code: 'effect.ambiguous', message })
      return { state: 'planned', notBefore: now, progress: { ...progress, failures: 0, lookups: 0 } }
    }
  }
}
