import type { ConversationRef } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import { LRUCache } from 'lru-cache'

/** What each thread looked like when it was last recorded: the newest one comes back on every look. */
export interface ThreadMemory {
  isAsBefore(ref: ConversationRef, look: string): boolean
  recorded(ref: ConversationRef, look: string): void
}

/** A forgotten one costs a read of its conversation. */
const rememberedThreads = 50_000

export const keyOfThread = ({ tenantId, integrationId, threadId }: ConversationRef): string =>
  `${tenantId}/${integrationId}/${threadId}`

/** Changes with every message and with the buyer's clock. */
export const lookOf = ({ dateUpdated, totalCount, shopReplyNeededSince }: Thread): string =>
  [dateUpdated.toISOString(), totalCount, shopReplyNeededSince?.toISOString()].join('/')

export function createThreadMemory(): ThreadMemory {
  const seen = new LRUCache<string, string>({ max: rememberedThreads })
  return {
    isAsBefore: (ref, look) => seen.get(keyOfThread(ref)) === look,
    recorded: (ref, look) => void seen.set(keyOfThread(ref), look),
  }
}
