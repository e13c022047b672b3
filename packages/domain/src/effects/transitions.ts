import type { EffectKind } from './kinds.ts'

export const effectStates = ['planned', 'claimed', 'unknown', 'confirmed', 'parked'] as const
export type EffectState = (typeof effectStates)[number]

/** The allowed steps of an effect (design, section 6). The ledger refuses any other. */
export const effectSteps: Record<EffectState, readonly EffectState[]> = {
  planned: ['claimed', 'confirmed'],
  claimed: ['confirmed', 'unknown', 'planned', 'parked'],
  unknown: ['claimed', 'confirmed'],
  parked: ['planned', 'confirmed'],
  confirmed: [],
}

/** What a try taught us. `failureClass` says whose fault it is; `too-large` is our own limit. */
export interface EffectFailure {
  failureClass: 'credentials-rejected' | 'unreachable' | 'rate-limited' | 'refused' | 'too-large'
  message: string
  retryAt?: Date | undefined
  /** The HTTP status, when the other side answered. */
  status?: number | undefined
}

export type Attempt =
  | { kind: 'done' }
  | { kind: 'not-done'; failure: EffectFailure }
  | { kind: 'unknown'; failure: EffectFailure }
  /** `doubt`: something is there that may be what was sent, in another form; it says what. */
  | { kind: 'not-found'; doubt?: string }
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
}

export interface Transition {
  state: 'confirmed' | 'planned' | 'unknown' | 'parked'
  notBefore: Date
  progress: EffectProgress
  parkedBecause?: { code: string; message: string }
}

export interface EffectTiming {
  /** Waits before each look-up, in milliseconds; as many empty look-ups prove that the write was not done. */
  lookupDelaysMs: Record<EffectKind, readonly number[]>
  /** Waits after failed tries; the last one repeats for ever. */
  backoffMs: readonly number[]
  /**
   * A write that was passed over this often, with conclusive empty look-ups behind each send, needs a person. In an outage
   * the other side answers for none, and then nobody can do better than to go on trying.
   */
  maxPassedOver: number
}

/**
 * Look-up waits: EmpikPlace reference 6.4 (2–5 s, 30 s, 2 min); Thulium reference 9 (two searches, 5 s apart,
 * because a search index may lag behind a create).
 */
export const defaultTiming: EffectTiming = {
  lookupDelaysMs: {
    'customer:link': [5_000, 5_000],
    'customer:add': [5_000, 5_000],
    // It looks before it writes.
    'customer:name': [1_000],
    'ticket:create': [5_000, 5_000],
    // Writing the same values again harms nothing, so there is nothing to find out before that.
    'ticket:update': [1_000],
    'ticket:reopen': [5_000, 5_000],
    'message:mirror': [5_000, 10_000],
    'comment:add': [5_000, 10_000],
    'reply:send': [3_000, 30_000, 120_000],
    'auto-reply:send': [3_000, 30_000, 120_000],
    'auto-reply:mirror': [5_000, 10_000],
    'attachment:relay': [5_000, 10_000],
    'attachment:send': [3_000, 30_000, 120_000],
  },
  backoffMs: [5_000, 30_000, 120_000, 600_000],
  maxPassedOver: 3,
}

const at = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

/** @param random in [0, 1); spreads the wait over ±25 % so that many effects do not return at once */
export function backoff(timing: EffectTiming, failures: number, random: number): number {
  const base = timing.backoffMs[Math.min(failures, timing.backoffMs.length - 1)] ?? 0
  return Math.round(base * (0.75 + random / 2))
}

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
        return {
          state: 'parked',
          notBefore: now,
          progress,
          parkedBecause: { code: 'effect.refused', message: attempt.failure.message },
        }
      const wait = backoff(timing, progress.failures, random)
      return {
        state: 'planned',
        notBefore: later(now, wait, attempt.failure.retryAt),
        progress: { ...progress, failures: progress.failures + 1 },
      }
    }
    case 'unknown':
      return {
        state: 'unknown',
        notBefore: at(now, firstLookup),
        progress: {
          ...progress,
          lookups: 0,
          ambiguousSends: progress.ambiguousSends + 1,
          passedOver: progress.passedOver + (isPassedOver(kind, progress, clock, timing) ? 1 : 0),
        },
      }
    case 'lookup-failed': {
      if (attempt.failure.failureClass === 'refused')
        return {
          state: 'parked',
          notBefore: now,
          progress,
          parkedBecause: { code: 'effect.lookup_refused', message: attempt.failure.message },
        }
      const wait = backoff(timing, progress.failures, random)
      return {
        state: 'unknown',
        notBefore: later(now, wait, attempt.failure.retryAt),
        progress: { ...progress, failures: progress.failures + 1 },
      }
    }
    case 'not-found': {
      const lookups = progress.lookups + 1
      const waits = lookupWaits(kind, progress.ambiguousSends, timing, random)
      const next = waits[lookups]
      if (next !== undefined)
        return { state: 'unknown', notBefore: at(now, next), progress: { ...progress, failures: 0, lookups } }
      const message = ambiguity(progress, attempt.doubt, timing)
      if (message !== undefined)
        return { state: 'parked', notBefore: now, progress, parkedBecause: { code: 'effect.ambiguous', message } }
      return { state: 'planned', notBefore: now, progress: { ...progress, failures: 0, lookups: 0 } }
    }
  }
}
