import type { ConversationEvent } from '../events/event-types.ts'
import type { MessageReceived, OrderRecorded, ReplyRequested, ThreadFacts } from '../events/conversation-events.ts'

export type Reply = ReplyRequested & { status: 'pending' | 'sent' | 'refused'; messageId?: string }

/** All that is known of one conversation: the fold of its stream. */
export interface ConversationState {
  /** In the order they were recorded, which is the order they enter the ticket. */
  messages: readonly MessageReceived[]
  messageIds: ReadonlySet<string>
  /** Messages already in the ticket, the first one included. */
  mirrored: ReadonlySet<string>
  thread?: ThreadFacts
  order?: OrderRecorded
  thuliumCustomerId?: number
  ticketId?: number
  replies: readonly Reply[]
  refusals: readonly { thuliumMessageId: number; reason: string; length: number }[]
  /** Effects with a final outcome in the log; none of them is ever tried again. */
  settled: ReadonlySet<string>
  parked: ReadonlyMap<string, { code: string; message: string }>
  /** Every parking there was, also those a person has dealt with: comments about them must keep their words. */
  parkings: readonly { effectKey: string; attempts: number; message: string }[]
}

export const emptyConversation: ConversationState = {
  messages: [],
  messageIds: new Set(),
  mirrored: new Set(),
  replies: [],
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

const settle = (state: ConversationState, effectKey: string): Pick<ConversationState, 'settled' | 'parked'> => ({
  settled: add(state.settled, effectKey),
  parked: without(state.parked, effectKey),
})

const updateReply = (state: ConversationState, id: number, change: Partial<Reply>): readonly Reply[] =>
  state.replies.map((reply) => (reply.thuliumMessageId === id ? { ...reply, ...change } : reply))

export function evolveConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case 'MessageReceived':
      return {
        ...state,
        messages: [...state.messages, event.data],
        messageIds: add(state.messageIds, event.data.messageId),
        thread: event.data.thread,
      }
    case 'OrderRecorded':
      return { ...state, order: event.data }
    case 'CustomerLinked':
      return { ...state, ...settle(state, event.data.effectKey), thuliumCustomerId: event.data.thuliumCustomerId }
    case 'TicketCreated':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        ticketId: event.data.ticketId,
        mirrored: add(state.mirrored, event.data.messageId),
      }
    case 'MessageMirrored':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        mirrored: add(state.mirrored, event.data.messageId),
      }
    case 'ReplyRequested':
      return { ...state, replies: [...state.replies, { ...event.data, status: 'pending' }] }
    case 'ReplySent':
      return {
        ...state,
        ...settle(state, event.data.effectKey),
        messageIds: add(state.messageIds, event.data.messageId),
        replies: updateReply(state, event.data.thuliumMessageId, { status: 'sent', messageId: event.data.messageId }),
      }
    case 'ReplyRefused':
      return {
        ...state,
        refusals: [...state.refusals, event.data],
        replies: updateReply(state, event.data.thuliumMessageId, { status: 'refused' }),
      }
    case 'CommentAdded':
      return { ...state, ...settle(state, event.data.effectKey) }
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
