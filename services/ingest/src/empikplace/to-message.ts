import type { OrderRecorded, SeenMessage, ThreadFacts } from '@connector/domain/events'
import { authorOf, isCustomer } from '@connector/domain/words'
import type { Order, Thread, ThreadMessage } from '@connector/empikplace'

export function threadFacts(thread: Thread): ThreadFacts {
  const customer = thread.currentParticipants.find(isCustomer) ?? thread.authorizedParticipants.find(isCustomer)
  return {
    topic: thread.topic,
    entities: thread.entities,
    ...(customer?.id === undefined ? {} : { customerId: customer.id }),
    ...(customer ? { customerName: customer.displayName } : {}),
    authorized: [...new Set(thread.authorizedParticipants.map(({ type }) => type))],
    updatedAt: thread.dateUpdated.toISOString(),
    shopReplyNeededSince: thread.shopReplyNeededSince?.toISOString() ?? null,
  }
}

const toMessage = (message: ThreadMessage, thread: ThreadFacts): SeenMessage => ({
  messageId: message.id,
  author: authorOf(message.from),
  authorType: message.from.type,
  authorName: message.from.displayName,
  to: message.to.map(({ type, id, displayName }) => ({
    type,
    ...(id === undefined ? {} : { id }),
    name: displayName,
  })),
  body: message.body,
  sentAt: message.dateCreated.toISOString(),
  attachments: message.attachments.map(({ id, name, size }) => ({ id, name, size })),
  thread,
})

/** A thread's messages as facts, oldest first, as the client gives them. */
export function toMessages(thread: Thread): SeenMessage[] {
  const facts = threadFacts(thread)
  return thread.messages.map((message) => toMessage(message, facts))
}

export const toOrder = (order: Order): OrderRecorded => ({
  orderId: order.id,
  commercialId: order.commercialId ?? '',
  state: order.state,
  ...(order.createdDate === undefined ? {} : { createdAt: order.createdDate.toISOString() }),
  customer: {
    id: order.customer?.id ?? '',
    firstName: order.customer?.firstName ?? '',
    lastName: order.customer?.lastName ?? '',
  },
  currency: order.currency ?? '',
  total: order.totalPrice ?? 0,
  lines: order.lines.map((line) => ({
    title: line.productTitle,
    sku: line.offerSku ?? line.productShopSku ?? '',
    quantity: line.quantity ?? 1,
    unitPrice: line.unitPrice ?? 0,
    total: line.price ?? 0,
  })),
  delivery: {
    label: order.shippingTypeLabel ?? '',
    company: order.shippingCompany ?? '',
    tracking: order.trackingNumber ?? '',
    trackingUrl: order.trackingUrl ?? '',
  },
})
