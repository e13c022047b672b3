import type { World } from '../world/conversations.ts'
import type { Message, Order, Thread } from '../model/model.ts'
import { reasons } from '../world/reasons.ts'
import { visibleMessages } from '../api/thread-view.ts'
import { looksLikeHtml, readableText } from './readable-text.ts'

// The page is for a handful of conversations; a load test may leave many thousands behind.
const listedThreads = 200

const roleNames: Record<string, string> = {
  CUSTOMER: 'klient',
  SHOP: 'obsługa',
  OPERATOR: 'operator',
}

/** Empik's own words; a state that it has none for is shown as it is. */
const orderStates: Record<string, string> = {
  WAITING_ACCEPTANCE: 'Przyjęcie w toku',
  WAITING_DEBIT: 'Obciążenie w trakcie realizacji',
  WAITING_DEBIT_PAYMENT: 'Obciążenie w trakcie realizacji',
  SHIPPING: 'Oczekuje na wysyłkę',
  SHIPPED: 'Wysłano',
  RECEIVED: 'Otrzymano',
  REFUNDED: 'Zwrócono',
  REFUSED: 'Odrzucono',
  CANCELED: 'Anulowano',
  CLOSED: 'Zamknięto',
}

const entityNames: Record<string, string> = {
  MMP_ORDER: 'zamówienie',
  MMP_OFFER: 'oferta',
  SELLER_OPERATOR: 'sklep i operator',
  MPS_ORDER: 'zamówienie usługi',
  MPS_SERVICE: 'usługa',
}

export function listView({ state }: World, shopId: number, openId: string | undefined) {
  const items = []
  for (const thread of state.threadsOfShop(shopId).newestFirst()) {
    if (items.length === listedThreads) break
    const last = thread.messages.at(-1)
    items.push({
      id: thread.id,
      isOpen: thread.id === openId,
      name: counterpart(thread),
      topic: topicName(thread),
      about: aboutName(thread),
      excerpt: readableText(last?.body ?? '').slice(0, 120),
      time: shortTime(thread.updatedAt),
      needsReply: thread.shopReplyNeededSince !== null,
    })
  }
  return { shopId, items, total: state.threadsOfShop(shopId).size }
}

export function conversationView(world: World, thread: Thread) {
  const shown = new Set(visibleMessages(world, thread))
  return {
    id: thread.id,
    shopId: thread.shopId,
    name: counterpart(thread),
    topic: topicName(thread),
    about: aboutName(thread),
    hasCustomer: thread.authorized.some((one) => one.type === 'CUSTOMER'),
    customerId: thread.authorized.find((one) => one.type === 'CUSTOMER')?.id,
    messages: thread.messages.map((message) => messageView(world, message, !shown.has(message))),
  }
}

export function orderView(world: World, thread: Thread) {
  const entity = thread.entities.find((one) => one.type === 'MMP_ORDER')
  const order = entity && world.state.orders.get(entity.id)
  if (!order) return undefined
  const others = [...world.state.threadsOfEntity(thread.shopId, 'MMP_ORDER', order.id)]
  return {
    id: order.id,
    commercialId: order.commercialId,
    state: orderStates[order.state] ?? order.state,
    created: longTime(order.createdAt),
    customer: `${order.customer.firstname} ${order.customer.lastname}`,
    customerId: order.customer.id,
    hasIncident: order.hasIncident,
    sellerReference: order.sellerReference,
    address: order.shippingAddress,
    shipping: [order.shippingCompany, order.shippingLabel].filter((part) => part !== undefined).join(' · '),
    tracking: order.trackingNumber,
    lines: order.lines.map((line) => ({
      title: line.title,
      sku: line.sku,
      quantity: line.quantity,
      price: zloty(line.unitPrice * line.quantity),
      state: line.state === undefined ? undefined : (orderStates[line.state] ?? line.state),
    })),
    total: zloty(orderTotal(order)),
    others: others
      .filter((one) => one.id !== thread.id)
      .map((one) => ({ id: one.id, shopId: one.shopId, topic: topicName(one) })),
  }
}

export function orderChoices({ state }: World, shopId: number) {
  return state
    .ordersOfShop(shopId)
    .slice(-listedThreads)
    .map((order) => ({
      id: order.id,
      label: `${order.commercialId} · ${order.customer.displayName} · ${order.lines[0]?.title ?? ''}`,
    }))
    .reverse()
}

function messageView({ state }: World, message: Message, isHidden: boolean) {
  return {
    role: message.from.type.replace(/_USER$/, '').toLowerCase(),
    author: message.from.displayName,
    to: message.to.map((one) => roleNames[one.type] ?? one.type).join(', '),
    time: longTime(message.createdAt),
    text: readableText(message.body),
    source: looksLikeHtml(message.body) ? message.body : undefined,
    isHidden,
    attachments: message.attachments.map((file) => ({
      id: file.id,
      name: file.name,
      size: readableSize(file.size),
      isPicture: /\.(png|jpe?g|gif)$/i.test(file.name),
      isDeleted: state.attachments.get(file.id)?.deleted !== false,
    })),
  }
}

function counterpart(thread: Thread): string {
  const customer = thread.authorized.find((one) => one.type === 'CUSTOMER')
  return customer?.displayName ?? 'Operator EmpikPlace'
}

function topicName(thread: Thread): string {
  if (thread.topic.type !== 'REASON_CODE') return thread.topic.value
  return reasons.find((one) => one.code === thread.topic.value)?.label ?? thread.topic.value
}

function aboutName(thread: Thread): string {
  const [entity] = thread.entities
  if (!entity) return 'bez zamówienia'
  const name = entityNames[entity.type] ?? entity.type
  return entity.type === 'SELLER_OPERATOR' ? name : `${name} ${entity.label}`
}

function orderTotal(order: Order): number {
  return order.lines.reduce((total, line) => total + line.unitPrice * line.quantity + line.shippingPrice, 0)
}

const warsaw = { timeZone: 'Europe/Warsaw' } as const
const longFormat = new Intl.DateTimeFormat('pl-PL', { ...warsaw, dateStyle: 'medium', timeStyle: 'short' })
const shortFormat = new Intl.DateTimeFormat('pl-PL', {
  ...warsaw,
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const zlotyFormat = new Intl.NumberFormat('pl-PL', { style: 'currency', currency: 'PLN' })

function longTime(at: number): string {
  return longFormat.format(at)
}

function shortTime(at: number): string {
  return shortFormat.format(at)
}

function zloty(amount: number): string {
  return zlotyFormat.format(amount)
}

function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`
}
