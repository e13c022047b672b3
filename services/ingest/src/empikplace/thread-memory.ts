import { createHash } from 'node:crypto'
import type { ConversationRef } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import { atMost } from '@connector/service-kit'
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

/**
 * Changes with every message and with the buyer's clock. A message that becomes visible late may change neither date nor count, so
 * those that are shown count, too; a list without messages has none.
 */
export const lookOf = ({ dateUpdated, totalCount, shopReplyNeededSince, messages }: Thread): string =>
  [dateUpdated.toISOString(), totalCount, shopReplyNeededSince?.toISOString(), digestOf(messages)].join('/')

function digestOf(messages: Thread['messages']): string {
  if (messages.length === 0) return ''
  const ids = messages.map(({ id }) => id).join(' ')
  return createHash('sha256').update(ids).digest('base64url').slice(0, 12)
}

/** The same as far as both tell: one of a list without messages says nothing of them. */
const isAlike = (seen: string | undefined, look: string): boolean =>
  seen === look || (seen !== undefined && look.endsWith('/') && seen.startsWith(look))

export function createThreadMemory(now: () => Date): ThreadMemory {
  const seen = new LRUCache<string, string>(atMost(rememberedThreads))
  const inPart = new LRUCache<string, { times: number; askAgainAt: number }>(atMost(rememberedThreads))
  return {
    isAsBefore(ref, look) {
      const key = keyOfThread(ref)
      return isAlike(seen.get(key), look) && (inPart.get(key)?.askAgainAt ?? Infinity) > now().getTime()
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
