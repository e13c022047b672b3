import type { BuyerErased } from '../events/erasure-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { erasedText } from '../events/personal.ts'
import { withoutPersonal } from '../events/personal-fields.ts'
import { ordersOf } from './known-orders.ts'
import type { ConversationState } from './state.ts'

/** What is left of a conversation whose buyer was erased: who wrote when, ids, and what became of each write. */
export function eraseBuyer(
  state: ConversationState,
  { operationId, generation, stopped }: BuyerErased,
): ConversationState {
  const orders = state.orders.map((order) => withoutPersonal('OrderRecorded', order))
  const messages = state.messages.map((message) => withoutPersonal('MessageReceived', message))
  const thread = messages.at(-1)?.thread
  const [order] = ordersOf({ thread, orders })
  const isStopped = new Set(stopped)
  return {
    ...state,
    erased: { operationId, generation, messages: messages.length, stopped: isStopped },
    messages,
    orders,
    ...(thread ? { thread } : {}),
    ...(order ? { order } : {}),
    ...(state.crmRefusal === undefined ? {} : { crmRefusal: erasedText }),
    replies: state.replies.map((reply) => ({
      ...withoutPersonal('ReplyRequested', reply),
      ...(reply.correctedText === undefined ? {} : { correctedText: erasedText }),
    })),
    autoReplies: state.autoReplies.map((answer) => withoutPersonal('AutoReplyRequested', answer)),
    attachmentsRelayed: state.attachmentsRelayed.map((file) => withoutPersonal('AttachmentRelayed', file)),
    attachmentsUnavailable: state.attachmentsUnavailable.map((file) => withoutPersonal('AttachmentUnavailable', file)),
    parkings: state.parkings.map((parking) => withoutPersonal('EffectParked', parking)),
    parked: new Map(
      [...state.parked]
        .filter(([key]) => !isStopped.has(key))
        .map(([key, parking]) => [key, withoutPersonal('EffectParked', parking)]),
    ),
    settled: new Set([...state.settled, ...stopped]),
  }
}

/** Nothing was written since the buyer was erased: what a look shows are the messages that were. */
export const isErased = ({ erased, messages }: ConversationState): boolean => erased?.messages === messages.length

/** Nothing when it was recorded already, or when there is no such conversation. */
export const recordErasure = (state: ConversationState, data: BuyerErased): ConversationEvent[] =>
  state.messages.length === 0 || state.erased?.operationId === data.operationId ? [] : [{ type: 'BuyerErased', data }]
