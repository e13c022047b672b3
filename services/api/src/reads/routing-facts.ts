import { buyerId } from '@connector/domain/buyers'
import { emptyConversation, evolveConversation, type ConversationState } from '@connector/domain/conversation'
import { decodeEvent, isConversationEvent, type ConversationEvent } from '@connector/domain/events'
import { routingFacts, type RoutingContext, type RoutingFacts } from '@connector/domain/routing'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import type { TenantLogs } from '@connector/repository'
import { withKnownBuyers, type TenantStore } from '@connector/store'

async function eventsOf(logs: TenantLogs, ref: ConversationRef): Promise<ConversationEvent[]> {
  const events = await logs(ref.tenantId).readStream(conversationStream(ref))
  return events.map(decodeEvent).filter(isConversationEvent)
}

async function contextNow(store: TenantStore, ref: ConversationRef, state: ConversationState): Promise<RoutingContext> {
  const customerId = buyerId(state.thread, state.order)
  if (customerId === undefined) return { firstContact: true }
  const { threadId } = ref
  const known = await store.inTenant(ref.tenantId, (db) => withKnownBuyers(db, ref, [{ threadId, customerId }]))
  return { firstContact: !known.has(threadId) }
}

/**
 * What the rules saw, or would see, of a conversation of this tenant: at the moment its ticket was opened, or now when it
 * has none yet. Undefined for one without a message.
 */
export async function routingFactsOf(
  { store, logs }: { store: TenantStore; logs: TenantLogs },
  ref: ConversationRef,
): Promise<RoutingFacts | undefined> {
  const events = await eventsOf(logs, ref)
  const place = events.findIndex(({ type }) => type === 'ConversationRouted')
  const before = place === -1 ? events : events.slice(0, place)
  const state = before.reduce(evolveConversation, emptyConversation)
  const decided = events[place]
  const routed = decided?.type === 'ConversationRouted' ? decided.data : undefined
  const message = state.messages.find(({ messageId, opensTicket }) =>
    routed ? messageId === routed.messageId : opensTicket,
  )
  const opening = message ?? state.messages[0]
  return opening && routingFacts(state, opening, routed ?? (await contextNow(store, ref, state)))
}
