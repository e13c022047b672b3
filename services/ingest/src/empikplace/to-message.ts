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

type Line = Order['lines'][number]

/** Undefined where one of them could not be read: a part of a sum passes for all of it. */
function sumOf(prices: readonly (number | undefined)[]): number | undefined {
  const known = prices.filter((price) => price !== undefined)
  return known.length === prices.length ? known.reduce((sum, price) => sum + price, 0) : undefined
}

/** What the parts of an order cost, where the whole could not be read. */
const totalOf = ({ totalPrice, price, shippingPrice, lines }: Order): number | undefined =>
  totalPrice ?? sumOf([price ?? (lines.length > 0 ? sumOf(lines.map(lineTotal)) : undefined), shippingPrice])

const lineTotal = ({ price, unitPrice, quantity }: Line): number | undefined =>
  price ?? (unitPrice === undefined || quantity === undefined ? undefined : unitPrice * quantity)

const amounts = ['quantity', 'unitPrice', 'total'] as const

/** What cannot be read is named, so that nobody takes nothing for a price. */
function toLine(line: Line): OrderRecorded['lines'][number] {
  const { quantity, unitPrice } = line
  const read = { quantity, unitPrice, total: lineTotal(line) }
  const unknown = amounts.filter((name) => read[name] === undefined)
  return {
    title: line.productTitle,
    sku: line.offerSku ?? line.productShopSku ?? '',
    quantity: quantity ?? 1,
    unitPrice: unitPrice ?? 0,
    total: read.total ?? 0,
    ...(unknown.length > 0 ? { unknown } : {}),
  }
}

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
  ...(totalOf(order) === undefined ? { totalUnknown: true } : {}),
  lines: order.lines.map(toLine),
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
