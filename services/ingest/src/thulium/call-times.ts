import type { ReadResult } from '@connector/outbound-http'

/** When a call was made and answered, on our clock and on theirs. Where they do not tell the time, ours stands for it. */
export interface CallTimes {
  askedAt: Date
  answeredAt: Date
  /** Not later than the call was made. */
  askedAtTheirs: Date
  answeredAtTheirs: Date
  /** Their clock less ours; undefined where they do not tell the time. */
  offsetMs: number | undefined
}

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
      askedAtTheirs: serverTime ? new Date(serverTime.getTime() - tookMs) : askedAt,
      answeredAtTheirs: serverTime ?? answeredAt,
      offsetMs: serverTime && serverTime.getTime() - answeredAt.getTime(),
    },
  }
}
