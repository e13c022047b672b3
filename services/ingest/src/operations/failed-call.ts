import type { Failure } from '@connector/outbound-http'

/** An outside that fails is asked again this often, 15 s apart; then it is told what was not read. */
export const tries = 20
const restMs = 15_000
const leastRestMs = 1_000

/** What asking again does not change. */
export const isFinal = ({ class: kind }: Failure): boolean =>
  kind === 'credentials-rejected' || kind === 'refused' || kind === 'too-large'

/** Until the other side is asked again: when it said so itself, by its own date. */
export const restAfter = ({ retryAt }: Failure, now: Date): number =>
  Math.max(leastRestMs, retryAt ? retryAt.getTime() - now.getTime() : restMs)
