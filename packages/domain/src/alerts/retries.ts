const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Waits before each further try of a delivery, as Standard Webhooks proposes them: 75 h in all, ten tries. */
export const retryWaitsMs = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const

/** A receiver that was away finds not all its senders at the door at once. */
const jitter = 0.1

/**
 * When a delivery is tried again; undefined when it was the last try.
 * @param attempts tries so far, at least one
 * @param notBefore what the other side asked for (`Retry-After`)
 * @param random 0 to 1
 */
export function nextTry(attempts: number, now: Date, random: number, notBefore?: Date): Date | undefined {
  const wait = retryWaitsMs[attempts - 1]
  if (wait === undefined) return undefined
  const at = new Date(now.getTime() + wait * (1 + jitter * (2 * random - 1)))
  return notBefore && notBefore > at ? notBefore : at
}

/** A target that took nothing for this long is disabled, and people are told. */
export const disabledAfterMs = 5 * 24 * hour

export const isToBeDisabled = (failingSince: Date | undefined, now: Date): boolean =>
  failingSince !== undefined && now.getTime() - failingSince.getTime() >= disabledAfterMs
