import type {
  AttachmentRelayed,
  AttachmentUnavailable,
  AutoReplyRequested,
  MessageReceived,
  OrderRecorded,
  ReplyRequested,
} from '../events/conversation-events.ts'
import type { BuyerErased } from '../events/erasure-events.ts'
import { erasedText } from '../events/personal.ts'
import { withoutPersonal } from '../events/personal-fields.ts'
import { ordersOf } from './known-orders.ts'

/** What a conversation knows of its buyer. */
interface Erasable {
  messages: readonly MessageReceived[]
  orders: readonly OrderRecorded[]
  crmRefusal?: string
  replies: readonly (ReplyRequested & { correctedText?: string })[]
  autoReplies: readonly AutoReplyRequested[]
  attachmentsRelayed: readonly AttachmentRelayed[]
  attachmentsUnavailable: readonly AttachmentUnavailable[]
  parkings: readonly { message: string }[]
  parked: ReadonlyMap<string, { message: string }>
  settled: ReadonlySet<string>
}

/** What is left of a conversation whose buyer was erased: who wrote when, ids, and what became of each write. */
export function eraseBuyer<S extends Erasable>(state: S, { operationId, generation, stopped }: BuyerErased): S {
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
