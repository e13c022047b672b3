import {
  emptyConversation,
  evolveConversation,
  orderIdsOf,
  type ConversationState,
} from '@connector/domain/conversation'
import { decodeEvent, isConversationEvent } from '@connector/domain/events'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import type { RecordedEvent } from '@connector/event-log'
import type { TenantLogs } from '@connector/repository'
import type { ConversationAt } from '../schemas/conversation-at.ts'

const foldedTo = (events: readonly RecordedEvent[]): ConversationState =>
  events.reduce((state, stored) => {
    const event = decodeEvent(stored)
    return isConversationEvent(event) ? evolveConversation(state, event) : state
  }, emptyConversation)

/**
 * A conversation as it stood at a moment, folded from what was recorded by then; undefined where nothing was. What the log has
 * learned since is not in it.
 */
export async function readConversationAt(
  logs: TenantLogs,
  ref: ConversationRef,
  at: Date,
): Promise<ConversationAt | undefined> {
  const all = await logs(ref.tenantId).readStream(conversationStream(ref))
  const events = all.filter(({ recordedAt }) => recordedAt <= at)
  const last = events.at(-1)
  if (!last) return undefined
  const state = foldedTo(events)
  const orderIds = orderIdsOf(state)
  return {
    at: at.toISOString(),
    revision: last.revision,
    changedAt: last.recordedAt.toISOString(),
    ticketId: state.ticketId ?? null,
    lostTickets: [...state.lostTickets],
    thuliumCustomerId: state.thuliumCustomerId ?? null,
    outsideCrm: state.leftOutside,
    orderId: orderIds[0] ?? null,
    orderIds,
    replyNeededSince: state.replyNeededSince,
    messages: state.messages.map(({ messageId, author, sentAt }) => ({
      messageId,
      author,
      sentAt,
      inTicket: state.mirrored.has(messageId),
    })),
    replies: state.replies.map(({ thuliumMessageId, status, messageId }) => ({
      thuliumMessageId,
      status,
      messageId: messageId ?? null,
    })),
    parked: [...state.parked].map(([effectKey, { code, message }]) => ({ effectKey, code, message })),
  }
}
