import type { ConversationRef } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import { LRUCache } from 'lru-cache'

/** What each thread looked like when it was last recorded: the newest one comes back on every look. */
export interface ThreadMemory {
  /** Nothing is to be done for a thread that still looks like this. */
  isAsBefore(ref: ConversationRef, look: string): boolean
  recorded(ref: ConversationRef, look: string): void
  /** Some of its messages could not be had: where it is listed again, they are asked for again, less often each time. */
  recordedInPart(ref: ConversationRef, look: string): void
  isInPart(ref: ConversationRef): boolean
}

/** A forgotten one costs a read of its conversation. */
const rememberedThreads = 50_000

const firstWaitMs = 3_600_000
const longestWaitMs = 24 * 3_600_000

export const keyOfThread = ({ tenantId, integrationId, threadId }: ConversationRef): string =>
  `${tenantId}/${integrationId}/${threadId}`

/** Changes with every message and with the buyer's clock. */
export const lookOf = ({ dateUpdated, totalCount, shopReplyNeededSince }: Thread): string =>
  [dateUpdated.toISOString(), totalCount, shopReplyNeededSince?.toISOString()].join('/')

export function createThreadMemory(now: () => Date): ThreadMemory {
  const seen = new LRUCache<string, string>({ max: rememberedThreads })
  const inPart = new LRUCache<string, { times: number; askAgainAt: number }>({ max: rememberedThreads })
  return {
    isAsBefore(ref, look) {
      const key = keyOfThread(ref)
      return seen.get(key) === look && (inPart.get(key)?.askAgainAt ?? Infinity) > now().getTime()
    },
    recorded(ref, look) {
      seen.set(keyOfThread(ref), look)
      inPart.delete(keyOfThread(ref))
    },
    recordedInPart(ref, look) {
      const key = keyOfThread(ref)
      const times = (inPart.get(key)?.times ?? 0) + 1
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (times - 1))
      seen.set(key, look)
      inPart.set(key, { times, askAgainAt: now().getTime() + wait })
    },
    isInPart: (ref) => inPart.has(keyOfThread(ref)),
  }
}
