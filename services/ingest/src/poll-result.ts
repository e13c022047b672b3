import type { Failure } from '@connector/outbound-http'

/**
 * How a look at one side of an integration ended. When `othersRead`, the failure is of single threads or tickets only:
 * the next look is due at the usual time. `lookAgainAt`, where it is sooner than the usual time, is when there will be
 * something to see.
 */
export type PollResult =
  | { ok: true; cursor: Date | undefined; lookAgainAt?: Date | undefined }
  | { ok: false; failure: Failure; othersRead: boolean }

export type FailedPoll = Extract<PollResult, { ok: false }>

export const failed = (failure: Failure): FailedPoll => ({ ok: false, failure, othersRead: false })
export const partlyFailed = (failure: Failure): FailedPoll => ({ ok: false, failure, othersRead: true })
