import type { Acceptance, Connections, Use } from '@connector/connections'
import { backoff, type EffectTiming } from '@connector/domain/effects'
import { FailureCode } from '@connector/outbound-http'
import type { Log } from '@connector/service-kit'
import type { Lease } from '@connector/store'
import type { LookOutcome, PollResult } from './poll-result.ts'
import type { DuePoll } from './due-poll.ts'
import type { DueLook, PollFailure, Polls } from './polls.ts'

export interface RecordLookDeps {
  polls: Polls
  connections: Connections
  acceptance: Acceptance
  intervalMs: (side: DuePoll['side']) => number
  timing: EffectTiming
  log: Log
  now: () => Date
  random: () => number
}

type GoodPoll = Extract<PollResult, { ok: true }>
type BadPoll = Extract<PollResult, { ok: false }>

/** Looks that come due together are spread over ±5 % of the interval. */
const spread = 0.1

/**
 * @returns writes down what a look means for each of its integrations: where it stands, when it is due next, and what it
 * tells of the credentials
 */
export function createRecordLook(
  deps: RecordLookDeps,
): (look: DueLook, lease: Lease, outcomes: readonly LookOutcome[]) => Promise<void> {
  const { polls, connections, acceptance, intervalMs, timing, log, now, random } = deps

  const later = (ms: number): Date => new Date(now().getTime() + ms)

  const useOf = ({ side }: DuePoll): Use => ({ side, operation: 'poll', causedBy: `poll:${side}` })

  async function succeed(poll: DuePoll, lease: Lease, { cursor, swept }: GoodPoll, nextAt: Date): Promise<void> {
    await polls.succeeded(lease, poll, cursor, now(), nextAt, intervalMs(poll.side), swept)
    if (swept && swept.foundLate > 0)
      log.warn({ ...poll.ref, operation: poll.side, count: swept.foundLate }, 'Conversations became visible late')
    await acceptance.accepted(await connections.get(poll.ref), useOf(poll))
  }

  async function fail(poll: DuePoll, lease: Lease, { failure, cursor }: BadPoll, nextAt: Date): Promise<void> {
    // It was cut short by people, and says nothing; when they let it go on, it is due.
    if (failure.code === FailureCode.accountPaused) return
    const about = { ...poll.ref, operation: poll.side, failureClass: failure.class }
    log.warn({ ...about, reason: failure.message, attempt: poll.failures + 1 }, 'The look failed')
    const { retryAt } = failure
    const isRejected = failure.class === 'credentials-rejected'
    const isEverybody = isRejected && (await acceptance.rejected(poll.ref, useOf(poll), failure)) === 'everybody'
    const why: PollFailure = isEverybody ? { class: 'rejects-everybody', message: failure.message } : failure
    await polls.failed(lease, poll, why, retryAt && retryAt > nextAt ? retryAt : nextAt, cursor)
  }

  return async ({ side }, lease, outcomes) => {
    // One time for all that share a look, or each of them would ask for another one.
    const interval = intervalMs(side)
    const usual = later(interval * (1 - spread / 2 + random() * spread))
    const wanted = outcomes.flatMap(({ result }) => (result.ok && result.lookAgainAt ? [result.lookAgainAt] : []))
    const nextAt = wanted.reduce((soonest, at) => (at < soonest ? at : soonest), usual)
    // An integration that was added to a failing account begins from the shortest wait, and the others with it.
    const failing = outcomes.flatMap(({ poll, result }) => (result.ok ? [] : [poll.failures]))
    const failures = failing.reduce((fewest, count) => Math.min(fewest, count), failing[0] ?? 0)
    // Repeated sooner or later, but never more often than a good look.
    const afterFailure = later(Math.max(backoff(timing, failures, random()), interval))
    for (const { poll, result } of outcomes) {
      try {
        await (result.ok
          ? succeed(poll, lease, result, nextAt)
          : fail(poll, lease, result, result.othersRead ? nextAt : afterFailure))
      } catch (error) {
        log.error({ ...poll.ref, operation: side, error }, 'The look could not be recorded')
      }
    }
  }
}
