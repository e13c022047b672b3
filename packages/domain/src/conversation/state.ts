import { emptyPersonClock, type PersonClock } from './person-clock.ts'
import type {
  AttachmentRelayed,
  AttachmentUnavailable,
  AutoReplyRequested,
  CommentWritten,
  ConversationRouted,
  MessageReceived,
  OrderRecorded,
  ReplyRefusalReason,
  ReplyRequested,
  ThreadFacts,
  TicketReopenRequested,
} from '../events/conversation-events.ts'

export type Reply = ReplyRequested & {
  status: 'pending' | 'sent' | 'refused' | 'withdrawn'
  messageId?: string
  /** What a person made of the text. Comments that told of the first one keep their words. */
  correctedText?: string
}

/** What the buyer gets. */
export const textToSend = ({ text, correctedText }: Reply): string => correctedText ?? text

export type AutoReplyState = AutoReplyRequested & {
  status: 'pending' | 'sent' | 'skipped'
  /** The message at EmpikPlace that it became. */
  sent?: { messageId: string; sentAt: string }
}

/** All that is known of one conversation: the fold of its stream. */
export interface ConversationState {
  /** In the order they were recorded, which is the order they enter the ticket. */
  messages: readonly MessageReceived[]
  messageIds: ReadonlySet<string>
  /** Messages already in the present ticket, the first one included. */
  mirrored: ReadonlySet<string>
  /** Of those, the ones that stand in the body of a ticket, where everything shows as the customer's. */
  openers: ReadonlySet<string>
  thread?: ThreadFacts
  /** The first of the orders that are known. */
  order?: OrderRecorded
  /** The orders as they were recorded each time, oldest first. */
  orders: readonly OrderRecorded[]
  routed?: ConversationRouted
  thuliumCustomerId?: number
  /** The buyer has no CRM record, by the settings of the integration. */
  leftOutside: boolean
  /** What Thulium said when it refused the buyer's CRM record. */
  crmRefusal?: string
  /** Somebody asked for the buyer to be added to the CRM. */
  additionRequested: boolean
  /** The CRM record the buyer was linked to, and how many there were with his id. */
  crmRecord?: { customerId: string; thuliumCustomerId: number; hits: number }
  ticketId?: number
  /** When the present ticket was made: its first message has that date in Thulium. */
  ticketCreatedAt?: string
  /** Tickets of this conversation that are gone at Thulium, oldest first. */
  lostTickets: readonly number[]
  /** Keys of the comments in the present ticket. */
  commented: ReadonlySet<string>
  /** What was asked for when the buyer wrote into a closed ticket. */
  reopenings: readonly TicketReopenRequested[]
  /** Fields that Thulium does not have, of which a ticket tells, by the effect that found out. */
  fieldsTold: readonly { effectKey: string; ticketId: number; names: readonly string[] }[]
  /** Since when EmpikPlace waits for the shop's answer, in its own words at the last look; null when it does not. */
  replyNeededSince: string | null
  /** EmpikPlace's date of the newest thread facts we know. */
  threadUpdatedAt?: string
  /** Since when the buyer waits for a person. */
  personClock: PersonClock
  replies: readonly Reply[]
  /** Internal comments written in the console. */
  comments: readonly CommentWritten[]
  autoReplies: readonly AutoReplyState[]
  /** Files that were passed on, in both directions; their bytes count towards the limit of the conversation. */
  attachmentsRelayed: readonly AttachmentRelayed[]
  attachmentsUnavailable: readonly AttachmentUnavailable[]
  refusals: readonly { thuliumMessageId: number; reason: ReplyRefusalReason; length: number }[]
  /** Effects with a final outcome in the log; none of them is ever tried again. */
  settled: ReadonlySet<string>
  parked: ReadonlyMap<string, { code: string; message: string }>
  /** The last time that the buyer was erased, and how many messages there were by then. */
  erased?: {
    operationId: string
    generation: number
    messages: number
    /** Writes that were stopped and of which no outcome is known: one may have been under way. */
    stopped: ReadonlySet<string>
  }
  /** Every parking there was, also those a person has dealt with: comments about them must keep their words. */
  parkings: readonly { effectKey: string; attempts: number; code: string; message: string }[]
}

export const emptyConversation: ConversationState = {
  messages: [],
  messageIds: new Set(),
  mirrored: new Set(),
  openers: new Set(),
  leftOutside: false,
  additionRequested: false,
  orders: [],
  lostTickets: [],
  commented: new Set(),
  reopenings: [],
  fieldsTold: [],
  replyNeededSince: null,
  personClock: emptyPersonClock,
  replies: [],
  comments: [],
  autoReplies: [],
  attachmentsRelayed: [],
  attachmentsUnavailable: [],
  refusals: [],
  settled: new Set(),
  parked: new Map(),
  parkings: [],
}
