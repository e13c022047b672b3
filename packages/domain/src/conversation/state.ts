import type { ConversationEvent } from '../events/event-types.ts'
import { eraseBuyer } from './erase-buyer.ts'
import { ordersOf } from './known-orders.ts'
import { emptyPersonClock, evolvePersonClock, type PersonClock } from './person-clock.ts'
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

const add = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => new Set(set).add(item)

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const copy = new Map(map)
  copy.delete(key)
  return copy
}

const settle = (
  state: ConversationState,
  effectKey: string,
): Pick<ConversationState, 'settled' | 'parked' | 'erased'> => ({
  settled: add(state.settled, effectKey),
  parked: without(state.parked, effectKey),
  ...(state.erased?.stopped.has(effectKey)
    ? { erased: { ...state.erased, stopped: new Set([...state.erased.stopped].filter((key) => key !== effectKey)) } }
    : {}),
})

const updateReply = (state: ConversationState, id: number, change: Partial<Reply>): readonly Reply[] =>
  state.replies.map((reply) => (reply.thuliumMessageId === id ? { ...reply, ...change } : reply))

const updateAutoReply = (
  state: ConversationState,
  { autoReplyId, answers }: { autoReplyId: string; answers: string },
  change: Pick<AutoReplyState, 'status' | 'sent'>,
): readonly AutoReplyState[] =>
  state.autoReplies.map((known) =>
    known.autoReplyId === autoReplyId && known.messageId === answers ? { ...known, ...change } : known,
  )

/** With the first of the orders that are known by now. */
function withFirstOrder(state: ConversationState): ConversationState {
  const [order] = ordersOf(state)
  return order === state.order || !order ? state : { ...state, order }
}

export function evolveConversation(before: ConversationState, event: ConversationEvent): ConversationState {
  const state = { ...before, personClock: evolvePersonClock(before.personClock, event) }
  switch (event.type) {
    case 'MessageReceived':
      return withFirstOrder({
        ...state,
        messages: [...state.messages, event.data],
        messageIds: add(state.messageIds, event.data.messageId),
        thread: event.data.thread,
        replyNeededSince: event.data.thread.shopReplyNeededSince,
        threadUpdatedAt: event.data.thread.updatedAt,
      })
    case 'ConversationRouted':
      return { ...state, routed: event.data }
    case 'ReplyClockChanged':
      return { ...state, replyNeededSince: event.data.shopReplyNeededSince, threadUpdatedAt: event.data.updatedAt }
    case 'OrderRecorded':
      return withFirstOrder({ ...state, orders: [...state.orders, event.data] })
    case 'CustomerLinked': {
      const { customerId, thuliumCustomerId, hits } = event.data
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        thuliumCustomerId,
        leftOutside: false,
        crmRecord: { customerId, thuliumCustomerId, hits },
      }
    }
    case 'CustomerLeftOutside':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        leftOutside: true,
        // What was refused is tried again for itself, beside the ticket.
        ...(event.data.refused === undefined ? {} : { crmRefusal: event.data.refused, additionRequested: true }),
      }
    case 'CustomerAdditionRequested':
      return { ...state, additionRequested: true }
    case 'TicketLost': {
      const { ticketId, mergedInto } = event.data
      const next: ConversationState = { ...state, lostTickets: [...state.lostTickets, ticketId] }
      // What was in the old ticket was moved by the merge.
      if (mergedInto !== undefined) return { ...next, ticketId: mergedInto }
      // A new ticket begins empty.
      delete next.ticketId
      delete next.ticketCreatedAt
      return { ...next, mirrored: new Set(), openers: new Set(), commented: new Set() }
    }
    case 'TicketReopenRequested':
      return { ...state, reopenings: [...state.reopenings, event.data] }
    case 'TicketCreated':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        ticketId: event.data.ticketId,
        ...(event.data.createdAt === undefined ? {} : { ticketCreatedAt: event.data.createdAt }),
        mirrored: add(state.mirrored, event.data.messageId),
        openers: add(state.openers, event.data.messageId),
      }
    case 'MessageMirrored':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        mirrored: state.lostTickets.includes(event.data.ticketId)
          ? state.mirrored
          : add(state.mirrored, event.data.messageId),
      }
    case 'ReplyRequested':
      return { ...state, replies: [...state.replies, { ...event.data, status: 'pending' }] }
    case 'ReplySent':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        // A reply of files alone has no message of its own.
        messageIds: event.data.messageId === '' ? state.messageIds : add(state.messageIds, event.data.messageId),
        replies: updateReply(state, event.data.thuliumMessageId, {
          status: 'sent',
          ...(event.data.messageId === '' ? {} : { messageId: event.data.messageId }),
        }),
      }
    case 'ReplyCorrected':
      return {
        ...state,
        replies: updateReply(state, event.data.thuliumMessageId, { correctedText: event.data.text }),
      }
    case 'ReplyRefused':
      return {
        ...state,
        refusals: [...state.refusals, event.data],
        replies: updateReply(state, event.data.thuliumMessageId, { status: 'refused' }),
      }
    case 'ReplyWithdrawn':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        replies: updateReply(state, event.data.thuliumMessageId, { status: 'withdrawn' }),
      }
    case 'CommentWritten':
      return { ...state, comments: [...state.comments, event.data] }
    case 'AutoReplyRequested':
      return { ...state, autoReplies: [...state.autoReplies, { ...event.data, status: 'pending' }] }
    case 'AutoReplySent':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        messageIds: add(state.messageIds, event.data.messageId),
        autoReplies: updateAutoReply(state, event.data, {
          status: 'sent',
          sent: { messageId: event.data.messageId, sentAt: event.data.sentAt },
        }),
      }
    case 'AutoReplySkipped':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        autoReplies: updateAutoReply(state, event.data, { status: 'skipped' }),
      }
    case 'AttachmentRelayed':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        messageIds: event.data.messageId === undefined ? state.messageIds : add(state.messageIds, event.data.messageId),
        attachmentsRelayed: [...state.attachmentsRelayed, event.data],
      }
    case 'AttachmentUnavailable':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        attachmentsUnavailable: [...state.attachmentsUnavailable, event.data],
      }
    case 'CommentAdded':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        commented: state.lostTickets.includes(event.data.ticketId)
          ? state.commented
          : add(state.commented, event.data.effectKey),
      }
    case 'CustomerNamed':
    case 'TicketUpdated':
    case 'TicketReopened':
      return { ...state, ...settle(state, event.data.effectKey) }
    case 'BuyerErased':
      return eraseBuyer(state, event.data)
    case 'EffectParked':
      return {
        ...state,
        parked: new Map(state.parked).set(event.data.effectKey, event.data),
        parkings: [...state.parkings, event.data],
      }
    case 'EffectResolved':
      return event.data.resolution === 'dismiss'
        ? { ...state, ...settle(state, event.data.effectKey) }
        : { ...state, parked: without(state.parked, event.data.effectKey) }
  }
}
