import type { ConversationState } from '../conversation/state.ts'
import { replyKey } from '../effects/effect-key.ts'
import type { SeenMessage } from '../events/conversation-events.ts'
import type { ConversationRef } from '../words/ids.ts'
import { isCustomer } from '../words/mirakl.ts'

type Told = Pick<SeenMessage, 'messageId' | 'sentAt' | 'author' | 'to'>

/** Whether the buyer was told something: by the shop or by the operator, and not only to each other. */
const isToldToBuyer = ({ author, to }: Told): boolean =>
  (author === 'seller' || author === 'operator') && (to.length === 0 || to.some(isCustomer))

/**
 * When a person last told the buyer something, among these messages of the conversation; undefined if nobody did. An
 * automatic answer of ours was not written by a person.
 */
export function lastToldAt(state: ConversationState, messages: readonly Told[]): Date | undefined {
  const automatic = new Set(state.autoReplies.map(({ sent }) => sent?.messageId))
  const times = messages
    .filter((message) => isToldToBuyer(message) && !automatic.has(message.messageId))
    .map(({ sentAt }) => Date.parse(sentAt))
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)))
}

/** Whether an agent's answer is on its way to the buyer, and not to the operator alone. One that needs a person is not. */
export const replyOnItsWay = (ref: ConversationRef, state: ConversationState): boolean =>
  state.replies.some(({ status, thuliumMessageId, to }) => {
    const key = replyKey(ref, thuliumMessageId)
    return (to?.some(isCustomer) ?? true) && status === 'pending' && !state.settled.has(key) && !state.parked.has(key)
  })
