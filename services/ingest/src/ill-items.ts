import { backoff, type EffectTiming } from '@connector/domain/effects'
import type { Failure } from '@connector/outbound-http'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'

/** Threads or tickets that could not be read while others could. Each rests longer after each failure and holds up no other. */
export interface IllItems {
  /** The failure of an item that rests now. */
  resting(key: string): Failure | undefined
  /** The last failure of an item that has not recovered, whether it rests or not, and when the first one was. */
  before(key: string): Illness | undefined
  failed(key: string, failure: Failure): void
  recovered(key: string): void
}

export interface Illness {
  failure: Failure
  since: Date
}

/** Forgotten ones are only tried sooner. */
const remembered = 10_000

export function createIllItems(timing: EffectTiming, now: () => Date, random: () => number): IllItems {
  const ill = new LRUCache<string, Illness & { failures: number; until: number }>(atMost(remembered))
  return {
    resting(key) {
      const item = ill.get(key)
      return item && item.until > now().getTime() ? item.failure : undefined
    },
    before: (key) => ill.get(key),
    failed(key, failure) {
      const { failures = 0, since = now() } = ill.get(key) ?? {}
      const until = now().getTime() + backoff(timing, failures, random())
      ill.set(key, { failure, since, failures: failures + 1, until })
    },
    recovered(key) {
      ill.delete(key)
    },
  }
}
