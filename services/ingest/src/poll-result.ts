import type { Failure } from '@connector/outbound-http'

/**
 * How a look at one side of an integration ended. When `othersRead`, the failure is of single threads or tickets only:
 * the next look is due at the usual time.
 */
export type PollResult = { ok: true; cursor: Date | undefined } | { ok: false; failure: Failure; othersRead: boolean }

export const failed = (failure: Failure): PollResult => ({ ok: false, failure, othersRead: false })
export const partlyFailed = (failure: Failure): PollResult => ({ ok: false, failure, othersRead: true })
