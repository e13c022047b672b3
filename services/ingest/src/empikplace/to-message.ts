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

/** Sums of prices; undefined where none of them could be read. */
function sumOf(prices: readonly (number | undefined)[]): number | undefined {
  const known = prices.filter((price) => price !== undefined)
  return known.length > 0 ? known.reduce((sum, price) => sum + price, 0) : undefined
}

/** What the parts of an order cost, where the whole could not be read: an agent would take nothing for a price. */
const totalOf = ({ totalPrice, price, shippingPrice, lines }: Order): number | undefined =>
  totalPrice ?? sumOf([price ?? sumOf(lines.map(lineTotal)), shippingPrice])

const lineTotal = ({ price, unitPrice, quantity = 1 }: Order['lines'][number]): number | undefined =>
  price ?? (unitPrice === undefined ? undefined : unitPrice * quantity)

/** EmpikPlace keeps the deadline when the parcel is gone; then it says nothing any more. */
const waitsToBeSent: ReadonlySet<string> = new Set(['SHIPPING'])

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
  total: totalOf(order) ?? 0,
  lines: order.lines.map((line) => ({
    title: line.productTitle,
    sku: line.offerSku ?? line.productShopSku ?? '',
    quantity: line.quantity ?? 1,
    unitPrice: line.unitPrice ?? 0,
    total: lineTotal(line) ?? 0,
  })),
  delivery: {
    label: order.shippingTypeLabel ?? '',
    company: order.shippingCompany ?? '',
    tracking: order.trackingNumber ?? '',
    trackingUrl: order.trackingUrl ?? '',
  },
  // What most orders do not have is left out: they are recorded as ever, and once.
  ...(order.hasIncident ? { incident: true } : {}),
  ...(waitsToBeSent.has(order.state) && order.shippingDeadline !== undefined
    ? { shipBy: order.shippingDeadline.toISOString() }
    : {}),
})
