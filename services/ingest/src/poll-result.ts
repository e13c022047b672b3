import type { Failure } from '@connector/outbound-http'

/** How a look at one side of an integration ended. */
export type PollResult = { ok: true; cursor: Date | undefined } | { ok: false; failure: Failure }

export const failed = (failure: Failure): PollResult => ({ ok: false, failure })
