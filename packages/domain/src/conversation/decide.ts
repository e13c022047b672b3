import { isDeepStrictEqual } from 'node:util'
import type { ConversationEvent } from '../events/event-types.ts'
import type { MessageReceived, OrderRecorded, ReplyRequested } from '../events/conversation-events.ts'
import { effectKey } from '../effects/kinds.ts'
import type { ConversationRef } from '../ids.ts'
import { normaliseText } from '../text/plain-text.ts'
import { replyLimits, replyText } from '../text/reply-text.ts'
import { evolveConversation, type ConversationState, type Reply } from './state.ts'

const replyKey = (ref: ConversationRef, thuliumMessageId: number): string =>
  effectKey('reply:send', ref.integrationId, ref.threadId, String(thuliumMessageId))

/**
 * A message seen at EmpikPlace is new, known, or our own reply coming back. The last is told by its text: a reply
 * that was recorded before it was sent and whose answer we may not have got. Without this a reply whose answer was
 * lost would come back into the ticket as the seller's message. Of replies with the same text the one on its way comes
 * first, then a parked one, then a dismissed one: an agent told of a parked reply writes the same once more.
 */
function decideMessage(ref: ConversationRef, state: ConversationState, message: MessageReceived): ConversationEvent[] {
  if (state.messageIds.has(message.messageId)) return []
  if (message.author === 'seller') {
    const likelihood = ({ thuliumMessageId }: Reply): number => {
      const key = replyKey(ref, thuliumMessageId)
      return state.settled.has(key) ? 2 : state.parked.has(key) ? 1 : 0
    }
    const text = normaliseText(message.body)
    const [own] = state.replies
      .filter((reply) => reply.status === 'pending' && normaliseText(replyText(reply.body)) === text)
      .sort((a, b) => likelihood(a) - likelihood(b))
    if (own) {
      const { thuliumMessageId } = own
      return [
        {
          type: 'ReplySent',
          data: {
            effectKey: replyKey(ref, thuliumMessageId),
            thuliumMessageId,
            messageId: message.messageId,
            how: 'observed',
          },
        },
      ]
    }
  }
  return [{ type: 'MessageReceived', data: message }]
}

/** Records what is new in a thread. Messages come oldest first; an order comes before them, so that the customer has a name. */
export function observeThread(
  ref: ConversationRef,
  state: ConversationState,
  seen: { messages: readonly MessageReceived[]; order?: OrderRecorded | undefined },
): ConversationEvent[] {
  const events: ConversationEvent[] = []
  let current = state
  const record = (event: ConversationEvent): void => {
    events.push(event)
    current = evolveConversation(current, event)
  }
  // The log may hand keys back in another order, so equality is structural.
  if (seen.order && !isDeepStrictEqual(seen.order, state.order)) record({ type: 'OrderRecorded', data: seen.order })
  for (const message of seen.messages) decideMessage(ref, current, message).forEach(record)
  // An order alone does not make a conversation.
  return current.messages.length > 0 ? events : []
}

/** Records an agent's reply, once; one that EmpikPlace would refuse is refused here, and the agent is told. */
export function requestReply(state: ConversationState, reply: ReplyRequested): ConversationEvent[] {
  if (state.replies.some((known) => known.thuliumMessageId === reply.thuliumMessageId)) return []
  const requested: ConversationEvent = { type: 'ReplyRequested', data: reply }
  const { length } = replyText(reply.body)
  const { thuliumMessageId } = reply
  if (length < replyLimits.min)
    return [requested, { type: 'ReplyRefused', data: { thuliumMessageId, reason: 'too-short', length } }]
  if (length > replyLimits.max)
    return [requested, { type: 'ReplyRefused', data: { thuliumMessageId, reason: 'too-long', length } }]
  return [requested]
}

export type OutcomeEvent = Extract<
  ConversationEvent,
  { type: 'CustomerLinked' | 'TicketCreated' | 'MessageMirrored' | 'ReplySent' | 'CommentAdded' }
>

/** Records the outcome of an effect; nothing if the log has one already. */
export const recordOutcome = (state: ConversationState, outcome: OutcomeEvent): ConversationEvent[] =>
  state.settled.has(outcome.data.effectKey) ? [] : [outcome]

type Parked = Extract<ConversationEvent, { type: 'EffectParked' }>['data']

export const parkEffect = (state: ConversationState, parked: Parked): ConversationEvent[] =>
  state.settled.has(parked.effectKey) || state.parked.has(parked.effectKey)
    ? []
    : [{ type: 'EffectParked', data: parked }]

/** A person's decision on a parked effect. */
export const resolveEffect = (
  state: ConversationState,
  effectKey: string,
  resolution: 'retry' | 'dismiss',
): ConversationEvent[] =>
  state.parked.has(effectKey) ? [{ type: 'EffectResolved', data: { effectKey, resolution } }] : []
