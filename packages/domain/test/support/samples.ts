import { effectKey } from '../../src/effects/index.ts'
import type {
  ConversationEvent,
  MessageReceived,
  OrderRecorded,
  SeenReply,
  ThreadFacts,
} from '../../src/events/index.ts'
import { replyText } from '../../src/mail/index.ts'
import { integrationSettings, type IntegrationSettings } from '../../src/settings/index.ts'
import type { ConversationRef } from '../../src/words/index.ts'

export const ref: ConversationRef = { tenantId: 'demo', integrationId: 'shop-1', threadId: 'thread-1' }

export const thread: ThreadFacts = {
  topic: { type: 'FREE_TEXT', value: 'Pytanie o dostawę' },
  entities: [{ type: 'MMP_ORDER', id: 'ORDER-1-A', label: 'ORDER-1-A' }],
  customerId: 'customer-1',
  customerName: 'Jan Testowy',
  updatedAt: '2026-11-02T09:15:00Z',
  shopReplyNeededSince: '2026-11-02T09:15:00Z',
}

const to: Record<MessageReceived['author'], MessageReceived['to']> = {
  customer: [{ type: 'SHOP', id: '2001', name: 'Sklep Demo' }],
  seller: [{ type: 'CUSTOMER', id: 'customer-1' }],
  operator: [{ type: 'SHOP', id: '2001', name: 'Sklep Demo' }],
  unknown: [{ type: 'SHOP', id: '2001', name: 'Sklep Demo' }],
}
const authorType = { customer: 'CUSTOMER_USER', seller: 'SHOP_USER', operator: 'OPERATOR_USER', unknown: 'ROBOT' }
const authorName = { customer: 'Jan Testowy', seller: 'Sklep Demo', operator: 'Empik', unknown: 'Automat' }

/** A minute after the first message. */
export const lookedAt = new Date('2026-11-02T09:16:00Z')

/** The settings of a shop that left everything as it is. */
export const settings: IntegrationSettings = integrationSettings.parse({
  name: 'Sklep Demo',
  shopId: '2001',
  customerField: 'ID klienta EmpikPlace',
  queueId: 3,
  categoryId: 5,
})

export const message = (
  messageId: string,
  author: MessageReceived['author'] = 'customer',
  changes: Partial<MessageReceived> = {},
): MessageReceived => ({
  messageId,
  author,
  authorType: authorType[author],
  authorName: authorName[author],
  to: to[author],
  body: `Treść wiadomości ${messageId}`,
  sentAt: '2026-11-02T09:15:00Z',
  attachments: [],
  thread,
  opensTicket: author !== 'seller',
  readersNoted: true,
  ...changes,
})

export const order = (changes: Partial<OrderRecorded> = {}): OrderRecorded => ({
  orderId: 'ORDER-1-A',
  commercialId: 'ORDER-1',
  state: 'SHIPPING',
  createdAt: '2026-11-01T08:00:00Z',
  customer: { id: 'customer-1', firstName: 'Jan', lastName: 'Testowy' },
  currency: 'PLN',
  total: 129.9,
  lines: [{ title: 'Kubek Demo', sku: 'KUBEK-1', quantity: 2, unitPrice: 59.95, total: 119.9 }],
  delivery: { label: 'Kurier', company: 'DemoKurier', tracking: 'TRACK-1', trackingUrl: '' },
  ...changes,
})

export const reply = (thuliumMessageId: number, body = 'Paczka wyjdzie jutro.'): SeenReply => ({
  thuliumMessageId,
  ticketId: 77,
  agentLogin: 'agent.demo',
  body,
  writtenAt: '2026-11-02T10:00:00Z',
  attachmentNames: [],
})

export const replyKey = (thuliumMessageId: number): string =>
  effectKey('reply:send', ref.integrationId, ref.threadId, String(thuliumMessageId))

export const received = (data: MessageReceived): ConversationEvent => ({ type: 'MessageReceived', data })
export const ordered = (data: OrderRecorded): ConversationEvent => ({ type: 'OrderRecorded', data })
export const requested = (data: SeenReply): Extract<ConversationEvent, { type: 'ReplyRequested' }> => ({
  type: 'ReplyRequested',
  data: { ...data, text: replyText(data.body), to: [{ type: 'CUSTOMER', id: 'customer-1' }] },
})

export const replySent = (
  thuliumMessageId: number,
  messageId: string,
  how: 'done' | 'adopted' | 'observed' = 'done',
): Extract<ConversationEvent, { type: 'ReplySent' }> => ({
  type: 'ReplySent',
  data: { effectKey: replyKey(thuliumMessageId), thuliumMessageId, messageId, how },
})

export const parked = (
  effectKey: string,
  kind: string,
  attempts = 1,
): Extract<ConversationEvent, { type: 'EffectParked' }> => ({
  type: 'EffectParked',
  data: { effectKey, kind, code: 'effect.refused', message: 'Odmowa 400', attempts },
})
