import type { ReadResult } from '@connector/outbound-http'

/** When a call was made and answered, on our clock and on theirs. */
export interface CallTimes {
  askedAt: Date
  answeredAt: Date
  /** At the earliest. */
  askedAtTheirs: Date
  /** Our own time where they do not tell theirs. */
  answeredAtTheirs: Date
  /** Their clock less ours; undefined where they do not tell the time. */
  offsetMs: number | undefined
}

/** Clocks differ by minutes. */
export const clocksApartMs = 15 * 60_000

/** Makes a call, and dates it. The wait for its turn counts as part of it. */
export async function timed<T>(
  now: () => Date,
  call: () => Promise<ReadResult<T>>,
): Promise<{ answer: ReadResult<T>; times: CallTimes }> {
  const askedAt = now()
  const answer = await call()
  const answeredAt = now()
  const serverTime = answer.ok ? answer.serverTime : undefined
  // A clock that is set back must not make the question later than its answer.
  const tookMs = Math.max(0, answeredAt.getTime() - askedAt.getTime())
  return {
    answer,
    times: {
      askedAt,
      answeredAt,
      askedAtTheirs: serverTime ? new Date(serverTime.getTime() - tookMs) : new Date(askedAt.getTime() - clocksApartMs),
      answeredAtTheirs: serverTime ?? answeredAt,
      offsetMs: serverTime && serverTime.getTime() - answeredAt.getTime(),
    },
  }
}
