import type { ConversationEvent } from '../events/event-types.ts'
import { eraseBuyer } from './erase-buyer.ts'
import { ordersOf } from './known-orders.ts'
import { evolvePersonClock } from './person-clock.ts'
import type { AutoReplyState, ConversationState, Reply } from './state.ts'

type DataOf<N extends ConversationEvent['type']> = Extract<ConversationEvent, { type: N }>['data']

type Folds = { [N in ConversationEvent['type']]: (state: ConversationState, data: DataOf<N>) => ConversationState }

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

const withFieldsTold = (
  { fieldsTold }: Pick<ConversationState, 'fieldsTold'>,
  { effectKey, ticketId, fieldsMissing: names = [] }: DataOf<'TicketCreated' | 'TicketUpdated'>,
): Pick<ConversationState, 'fieldsTold'> => ({
  fieldsTold: names.length === 0 ? fieldsTold : [...fieldsTold, { effectKey, ticketId, names }],
})

/** What each event changes. */
const folds: Folds = {
  MessageReceived: (state, data) =>
    withFirstOrder({
      ...state,
      messages: [...state.messages, data],
      messageIds: add(state.messageIds, data.messageId),
      thread: data.thread,
      replyNeededSince: data.thread.shopReplyNeededSince,
      threadUpdatedAt: data.thread.updatedAt,
    }),
  ConversationRouted: (state, data) => ({ ...state, routed: data }),
  ReplyClockChanged: (state, data) => ({
    ...state,
    replyNeededSince: data.shopReplyNeededSince,
    threadUpdatedAt: data.updatedAt,
  }),
  OrderRecorded: (state, data) => withFirstOrder({ ...state, orders: [...state.orders, data] }),
  CustomerLinked: (state, data) => {
    const { customerId, thuliumCustomerId, hits } = data
    return {
      ...state,
      ...settle(state, data.effectKey),
      thuliumCustomerId,
      leftOutside: false,
      crmRecord: { customerId, thuliumCustomerId, hits },
    }
  },
  CustomerLeftOutside: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    leftOutside: true,
    // What was refused is tried again for itself, beside the ticket.
    ...(data.refused === undefined ? {} : { crmRefusal: data.refused, additionRequested: true }),
  }),
  CustomerAdditionRequested: (state) => ({ ...state, additionRequested: true }),
  TicketLost: (state, data) => {
    const { ticketId, mergedInto } = data
    const next: ConversationState = { ...state, lostTickets: [...state.lostTickets, ticketId] }
    // What was in the old ticket was moved by the merge.
    if (mergedInto !== undefined) return { ...next, ticketId: mergedInto }
    // A new ticket begins empty.
    delete next.ticketId
    delete next.ticketCreatedAt
    return { ...next, mirrored: new Set(), openers: new Set(), commented: new Set() }
  },
  TicketReopenRequested: (state, data) => ({ ...state, reopenings: [...state.reopenings, data] }),
  TicketCreated: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    ...withFieldsTold(state, data),
    ticketId: data.ticketId,
    ...(data.createdAt === undefined ? {} : { ticketCreatedAt: data.createdAt }),
    mirrored: add(state.mirrored, data.messageId),
    openers: add(state.openers, data.messageId),
  }),
  MessageMirrored: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    mirrored: state.lostTickets.includes(data.ticketId) ? state.mirrored : add(state.mirrored, data.messageId),
  }),
  ReplyRequested: (state, data) => ({ ...state, replies: [...state.replies, { ...data, status: 'pending' }] }),
  ReplySent: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    // A reply of files alone has no message of its own.
    messageIds: data.messageId === '' ? state.messageIds : add(state.messageIds, data.messageId),
    replies: updateReply(state, data.thuliumMessageId, {
      status: 'sent',
      ...(data.messageId === '' ? {} : { messageId: data.messageId }),
    }),
  }),
  ReplyCorrected: (state, data) => ({
    ...state,
    replies: updateReply(state, data.thuliumMessageId, { correctedText: data.text }),
  }),
  ReplyRefused: (state, data) => ({
    ...state,
    refusals: [...state.refusals, data],
    replies: updateReply(state, data.thuliumMessageId, { status: 'refused' }),
  }),
  ReplyWithdrawn: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    replies: updateReply(state, data.thuliumMessageId, { status: 'withdrawn' }),
  }),
  CommentWritten: (state, data) => ({ ...state, comments: [...state.comments, data] }),
  AutoReplyRequested: (state, data) => ({
    ...state,
    autoReplies: [...state.autoReplies, { ...data, status: 'pending' }],
  }),
  AutoReplySent: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    messageIds: add(state.messageIds, data.messageId),
    autoReplies: updateAutoReply(state, data, {
      status: 'sent',
      sent: { messageId: data.messageId, sentAt: data.sentAt },
    }),
  }),
  AutoReplySkipped: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    autoReplies: updateAutoReply(state, data, { status: 'skipped' }),
  }),
  AttachmentRelayed: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    messageIds: data.messageId === undefined ? state.messageIds : add(state.messageIds, data.messageId),
    attachmentsRelayed: [...state.attachmentsRelayed, data],
  }),
  AttachmentUnavailable: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    attachmentsUnavailable: [...state.attachmentsUnavailable, data],
  }),
  CommentAdded: (state, data) => ({
    ...state,
    ...settle(state, data.effectKey),
    commented: state.lostTickets.includes(data.ticketId) ? state.commented : add(state.commented, data.effectKey),
  }),
  CustomerNamed: (state, data) => ({ ...state, ...settle(state, data.effectKey) }),
  TicketUpdated: (state, data) => ({ ...state, ...settle(state, data.effectKey), ...withFieldsTold(state, data) }),
  TicketReopened: (state, data) => ({ ...state, ...settle(state, data.effectKey) }),
  BuyerErased: (state, data) => eraseBuyer(state, data),
  EffectParked: (state, data) => ({
    ...state,
    parked: new Map(state.parked).set(data.effectKey, data),
    parkings: [...state.parkings, data],
  }),
  EffectResolved: (state, data) =>
    data.resolution === 'dismiss'
      ? { ...state, ...settle(state, data.effectKey) }
      : { ...state, parked: without(state.parked, data.effectKey) },
}

export function evolveConversation(before: ConversationState, event: ConversationEvent): ConversationState {
  const state = { ...before, personClock: evolvePersonClock(before.personClock, event) }
  const fold = folds[event.type] as (state: ConversationState, data: ConversationEvent['data']) => ConversationState
  return fold(state, event.data)
}
