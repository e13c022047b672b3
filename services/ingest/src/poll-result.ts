import type { Failure } from '@connector/outbound-http'
import { NotConnected } from '@connector/connections'
import { ownFaultText } from '@connector/store'
import type { DuePoll, Swept } from './due-poll.ts'

/**
 * How a look at one side of an integration ended. When `othersRead`, the failure is of single threads or tickets only:
 * the next look is due at the usual time, and goes on from `cursor` where what could not be read is remembered elsewhere.
 * `lookAgainAt`, where it is sooner than the usual time, is when there will be something to see.
 */
export type PollResult =
  | { ok: true; cursor: Date | undefined; lookAgainAt?: Date | undefined; swept?: Swept | undefined }
  | { ok: false; failure: Failure; othersRead: boolean; cursor?: Date | undefined }

export type FailedPoll = Extract<PollResult, { ok: false }>

/** What a look means for one of the integrations that it was made for. */
export interface LookOutcome {
  poll: DuePoll
  result: PollResult
}

export const failed = (failure: Failure): FailedPoll => ({ ok: false, failure, othersRead: false })
export const partlyFailed = (failure: Failure, cursor?: Date): FailedPoll => ({
  ok: false,
  failure,
  othersRead: true,
  cursor,
})

/** What is thrown is our own fault, whichever side was looked at, but for credentials that nobody has given yet. It is tried again. */
export const failedBy = (error: unknown): FailedPoll =>
  failed(
    error instanceof NotConnected
      ? { class: 'not-connected', message: error.message }
      : { class: 'internal', message: ownFaultText(error) },
  )
