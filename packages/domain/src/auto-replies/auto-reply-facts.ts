import { autoReplyKey } from '../effects/auto-reply-key.ts'
import { orderIdsOf } from '../conversation/known-orders.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { AutoReplyRequested, MessageReceived } from '../events/conversation-events.ts'
import type { ConversationRef } from '../words/ids.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { replyOnItsWay } from './answered.ts'
import { isForShop } from '../words/readers.ts'

/** All of a message and its conversation that automatic answers depend on. */
export interface AutoReplyFacts {
  messageId: string
  ofTheBuyer: boolean
  /** Whether it is meant for the shop, and not only shown to it. */
  forShop: boolean
  writtenAt: Date
  /** Whether the buyer has written nothing to the shop before it in this conversation. */
  firstMessage: boolean
  hasTicket: boolean
  categoryId: number
  orderId?: string | undefined
  firstName?: string | undefined
  /** When a person last told the buyer something. */
  lastToldAt?: Date | undefined
  /** An agent's reply that is not at EmpikPlace yet. */
  replyOnItsWay: boolean
  autoReplyOnItsWay: boolean
  /** Automatic answers that the buyer got or will get. */
  used: readonly Pick<AutoReplyRequested, 'autoReplyId' | 'sendAt'>[]
}

export function autoReplyFacts(
  ref: ConversationRef,
  state: ConversationState,
  message: Pick<MessageReceived, 'messageId' | 'author' | 'to' | 'sentAt' | 'opensTicket'>,
  lastToldAt: Date | undefined,
  { categoryId }: IntegrationSettings,
): AutoReplyFacts {
  const { messageId, author, to, sentAt, opensTicket } = message
  return {
    messageId,
    ofTheBuyer: author === 'customer',
    forShop: isForShop(to),
    writtenAt: new Date(sentAt),
    firstMessage: !state.messages.some(
      (known) => known.author === 'customer' && isForShop(known.to) && known.messageId !== messageId,
    ),
    hasTicket: opensTicket || state.messages.some((known) => known.opensTicket),
    // Conversations from before routing was recorded have the integration's own category.
    categoryId: state.routed?.categoryId ?? categoryId,
    orderId: orderIdsOf(state).join(', ') || undefined,
    firstName: state.order?.customer.firstName,
    lastToldAt,
    replyOnItsWay: replyOnItsWay(ref, state),
    // A parked one waits for a person, and that may take for ever.
    autoReplyOnItsWay: state.autoReplies.some((autoReply) => {
      const key = autoReplyKey(ref, autoReply)
      return autoReply.status === 'pending' && !state.settled.has(key) && !state.parked.has(key)
    }),
    // One that was skipped has told the buyer nothing, so it is not used up.
    used: state.autoReplies.filter(({ status }) => status !== 'skipped'),
  }
}
