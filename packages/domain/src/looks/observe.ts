import type { MessageReceived, OrderRecorded, SeenMessage } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../words/ids.ts'
import { lastToldAt } from '../auto-replies/answered.ts'
import { judgeAutoReplies } from '../auto-replies/auto-reply.ts'
import { autoReplyFacts } from '../auto-replies/auto-reply-facts.ts'
import { isOpenedBy, opensTicket } from '../routing/capture.ts'
import { entersAsComment } from '../tickets/mirror-text.ts'
import { routeConversation } from '../routing/route.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { recogniseOwn } from './own-message.ts'
import { recordOrder } from '../conversation/record-order.ts'
import { isErased } from '../conversation/erased.ts'
import { evolveConversation } from '../conversation/evolve.ts'
import type { ConversationState } from '../conversation/state.ts'

/** What one look at a thread shows. */
export interface SeenThread {
  /** All that are shown, oldest first. */
  messages: readonly SeenMessage[]
  /** Of those that it is about, the ones that could be had. */
  orders?: readonly OrderRecorded[] | undefined
  /** Whether no earlier conversation of this buyer is known. */
  firstContact: boolean
  /** What EmpikPlace calls the reason code of the topic. */
  topicLabel?: string | undefined
  /** When it was looked. */
  now: Date
  /** When the integration was first started. */
  startedAt?: Date | undefined
  /** As EmpikPlace calls the shop. */
  shopName?: string | undefined
}

/** Records what is new in a thread. Orders come before the messages, so that the customer has a name. */
export function observeThread(
  ref: ConversationRef,
  state: ConversationState,
  seen: SeenThread,
  settings: IntegrationSettings,
): ConversationEvent[] {
  const events: ConversationEvent[] = []
  let current = state
  const record = (event: ConversationEvent): void => {
    events.push(event)
    current = evolveConversation(current, event)
  }
  const isNew = ({ messageId }: SeenMessage): boolean => !current.messageIds.has(messageId)
  const orders = seen.orders ?? []
  // One who was erased and writes again brings his orders with him.
  const comesBack = isErased(current) && seen.messages.some(isNew)
  if (!comesBack) for (const order of orders) recordOrder(current, order).forEach(record)
  for (const message of seen.messages) {
    if (!isNew(message)) continue
    const own = recogniseOwn(ref, current, message)
    if (own) {
      record(own)
      continue
    }
    const first = isOpenedBy(current, [message], settings)
    const received = {
      ...message,
      opensTicket: opensTicket(message, settings),
      ...(entersAsComment(message, settings) ? { asComment: true } : {}),
      readersNoted: true,
    }
    record({ type: 'MessageReceived', data: received })
    if (first) record({ type: 'ConversationRouted', data: routeConversation(current, message, seen, settings) })
    automaticAnswer(ref, current, received, seen, settings).forEach(record)
  }
  if (comesBack) for (const order of orders) recordOrder(current, order).forEach(record)
  // An order alone does not make a conversation.
  if (current.messages.length === 0) return []
  const clock = replyClock(current, seen)
  if (clock) record(clock)
  return events
}

/** @param state with the message and all before it, so that automatic answers among them are known as such */
function automaticAnswer(
  ref: ConversationRef,
  state: ConversationState,
  message: MessageReceived,
  seen: SeenThread,
  settings: IntegrationSettings,
): ConversationEvent[] {
  if (settings.autoReplies.length === 0) return []
  const toldAt = lastToldAt(state, [...state.messages, ...seen.messages])
  const { request } = judgeAutoReplies(autoReplyFacts(ref, state, message, toldAt, settings), seen, settings)
  return request ? [{ type: 'AutoReplyRequested', data: request }] : []
}

/**
 * EmpikPlace alone knows whether it waits for an answer: a message may have come in while ours was on its way. Looks come one
 * after the other, so only one that is older than what we know says nothing.
 */
function replyClock(state: ConversationState, { messages }: SeenThread): ConversationEvent | undefined {
  const facts = messages.at(-1)?.thread
  if (!facts || facts.shopReplyNeededSince === state.replyNeededSince) return undefined
  if (state.threadUpdatedAt !== undefined && Date.parse(facts.updatedAt) < Date.parse(state.threadUpdatedAt))
    return undefined
  const { shopReplyNeededSince, updatedAt } = facts
  return { type: 'ReplyClockChanged', data: { shopReplyNeededSince, updatedAt } }
}
