/** What is kept of a request that was sent under a key. */
export interface Kept {
  createdAt: Date
  /** Undefined when the try came to nothing. */
  claimedAt: Date | undefined
  /** The answer, once there is one that stands. */
  answer: StoredAnswer | undefined
}

export interface StoredAnswer {
  status: number
  headers: Record<string, string>
  body: string | null
}

export type Verdict = 'expired' | 'reused' | 'replay' | 'in-progress' | 'again'

/** As long as Stripe keeps them: a caller who was away for the night can still ask. */
export const keptMs = 24 * 3_600_000

/** No route takes longer than a minute; whoever holds a claim for longer has died. */
const claimMs = 120_000

/** @param isSame whether the request is the one that is kept */
export function judge({ createdAt, claimedAt, answer }: Kept, isSame: boolean, now: Date): Verdict {
  if (createdAt.getTime() <= now.getTime() - keptMs) return 'expired'
  if (!isSame) return 'reused'
  if (answer) return 'replay'
  return claimedAt && claimedAt.getTime() > now.getTime() - claimMs ? 'in-progress' : 'again'
}

/** Refused before anything was done, so that the caller can correct the request and keep the key. */
const correctable = new Set([400, 401, 403, 413, 415])

/** `store`: it stands. `retry`: the same request may be sent again. `forget`: as if nothing had been sent. */
export function fateOf(status: number): 'store' | 'retry' | 'forget' {
  if (status >= 500 || status === 429) return 'retry'
  return correctable.has(status) ? 'forget' : 'store'
}
