import type { ConversationEvent, MessageReceived, OrderRecorded } from '@connector/domain/events'
import type { EmpikPlaceSandbox } from '@connector/sandbox'

type Thread = ReturnType<EmpikPlaceSandbox['thread']>
type EventOf<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>

const authorByType: Record<string, MessageReceived['author']> = {
  CUSTOMER_USER: 'customer',
  SHOP_USER: 'seller',
  OPERATOR_USER: 'operator',
}

/** A message of the sandbox as ingest records it. */
export function received(
  thread: Thread,
  messageId: string,
  changes: Partial<MessageReceived> = {},
): EventOf<'MessageReceived'> {
  const message = thread.messages.find(({ id }) => id === messageId)
  if (!message) throw new RangeError(`No message ${messageId}`)
  const customer = thread.authorized.find(({ type }) => type === 'CUSTOMER')
  return {
    type: 'MessageReceived',
    data: {
      messageId,
      author: authorByType[message.from.type] ?? 'unknown',
      authorType: message.from.type,
      authorName: message.from.displayName,
      to: message.to.map(({ type }) => ({ type })),
      body: message.body,
      sentAt: new Date(message.createdAt).toISOString(),
      attachments: message.attachments.map(({ id, name, size }) => ({ id, name, size })),
      thread: {
        topic: thread.topic,
        entities: thread.entities,
        ...(customer?.id === undefined ? {} : { customerId: customer.id, customerName: customer.displayName }),
        updatedAt: new Date(thread.updatedAt).toISOString(),
        shopReplyNeededSince: null,
      },
      opensTicket: true,
      ...changes,
    },
  }
}

export const ordered = (changes: Partial<OrderRecorded> = {}): EventOf<'OrderRecorded'> => ({
  type: 'OrderRecorded',
  data: {
    orderId: 'ORDER-1-A',
    commercialId: 'ORDER-1',
    state: 'SHIPPING',
    customer: { id: 'customer-1', firstName: 'Jan', lastName: 'Testowy' },
    currency: 'PLN',
    total: 59.95,
    lines: [{ title: 'Kubek', sku: 'KUBEK-1', quantity: 1, unitPrice: 59.95, total: 59.95 }],
    delivery: { label: 'Kurier', company: '', tracking: '', trackingUrl: '' },
    ...changes,
  },
})

export const requested = (
  thuliumMessageId: number,
  ticketId: number,
  text: string,
  changes: Partial<EventOf<'ReplyRequested'>['data']> = {},
): EventOf<'ReplyRequested'> => ({
  type: 'ReplyRequested',
  data: {
    thuliumMessageId,
    ticketId,
    agentLogin: 'a.nowak',
    body: text,
    text,
    to: [{ type: 'CUSTOMER' }],
    writtenAt: new Date().toISOString(),
    attachmentNames: [],
    ...changes,
  },
})
