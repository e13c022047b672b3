import { isDeepStrictEqual } from 'node:util'
import type { OrderRecorded, SeenMessage } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../ids.ts'
import { routeConversation } from '../policies/route.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { recogniseOwn } from './own-message.ts'
import { evolveConversation, type ConversationState } from './state.ts'

/** What one look at a thread shows. */
export interface SeenThread {
  /** All that are shown, oldest first. */
  messages: readonly SeenMessage[]
  order?: OrderRecorded | undefined
  /** Whether no earlier conversation of this buyer is known. */
  firstContact: boolean
  /** What EmpikPlace calls the reason code of the topic. */
  topicLabel?: string | undefined
}

/** Records what is new in a thread. An order comes before the messages, so that the customer has a name. */
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
  // The log may hand keys back in another order, so equality is structural.
  if (seen.order && !isDeepStrictEqual(seen.order, state.order)) record({ type: 'OrderRecorded', data: seen.order })
  for (const message of seen.messages) {
    if (current.messageIds.has(message.messageId)) continue
    const own = recogniseOwn(ref, current, message)
    if (own) {
      record(own)
      continue
    }
    const opensTicket = settings.threads.shopOnly || message.author !== 'seller'
    const first = opensTicket && !current.messages.some((known) => known.opensTicket)
    record({ type: 'MessageReceived', data: { ...message, opensTicket } })
    if (first) record({ type: 'ConversationRouted', data: routeConversation(current, message, seen, settings) })
  }
  // An order alone does not make a conversation.
  if (current.messages.length === 0) return []
  const clock = replyClock(current, seen)
  if (clock) record(clock)
  return events
}

/** The buyer's clock may change without a message; only what is newer than all we know counts, or an old look would undo a reply. */
function replyClock(state: ConversationState, { messages }: SeenThread): ConversationEvent | undefined {
  const facts = messages.at(-1)?.thread
  if (!facts || facts.shopReplyNeededSince === state.replyNeededSince) return undefined
  if (state.threadUpdatedAt !== undefined && Date.parse(facts.updatedAt) <= Date.parse(state.threadUpdatedAt))
    return undefined
  const { shopReplyNeededSince, updatedAt } = facts
  return { type: 'ReplyClockChanged', data: { shopReplyNeededSince, updatedAt } }
}
