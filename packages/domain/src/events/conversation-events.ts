import { autoReplyEvents } from './auto-reply-events.ts'
import { buyerEvents } from './buyer-events.ts'
import { effectEvents } from './effect-events.ts'
import { erasureEvents } from './erasure-events.ts'
import { fileEvents } from './file-events.ts'
import { messageEvents } from './message-events.ts'
import { replyEvents } from './reply-events.ts'
import { ticketEvents } from './ticket-events.ts'

/** The types of the events in the stream of a conversation. */
export const conversationTypes = {
  ...messageEvents,
  ...buyerEvents,
  ...ticketEvents,
  ...replyEvents,
  ...autoReplyEvents,
  ...fileEvents,
  ...effectEvents,
  ...erasureEvents,
}

export type { AutoReplyRequested } from './auto-reply-events.ts'
export type { OrderRecorded } from './buyer-events.ts'
export type { AttachmentRelayed, AttachmentUnavailable } from './file-events.ts'
export type { ConversationRouted, MessageReceived, Participant, SeenMessage, ThreadFacts } from './message-events.ts'
export type { CommentWritten, RecipientChoice, ReplyRefusalReason, ReplyRequested, SeenReply } from './reply-events.ts'
export type { TicketLost, TicketReopenRequested } from './ticket-events.ts'
