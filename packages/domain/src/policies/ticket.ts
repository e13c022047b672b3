import type { ConversationState } from '../conversation/state.ts'
import type { OrderRecorded } from '../events/conversation-events.ts'
import { toPlainText } from '../text/plain-text.ts'
import { shorten } from '../text/shorten.ts'
import { warsawTime } from '../text/warsaw-time.ts'

export interface PanelLinks {
  /** Address templates with `{base}`, `{order_id}`, `{thread_id}`, `{shop_id}`. */
  base: string
  order: string
  conversation: string
  home: string
}

/**
 * The conversation's own address is unknown (EmpikPlace reference 9), so it defaults to the order, whose messages tab
 * shows it, and to the panel's home for conversations without an order.
 */
export const defaultPanelLinks: Omit<PanelLinks, 'base'> = {
  order: '{base}/mmp/shop/order/{order_id}',
  conversation: '{base}/mmp/shop/order/{order_id}',
  home: '{base}/mmp/shop/home',
}

/** Thulium shows the subject in one line of a list. */
const maxSubject = 150

export const orderIdOf = (state: ConversationState): string | undefined =>
  state.order?.orderId ?? state.thread?.entities.find((entity) => entity.type === 'MMP_ORDER')?.id

export function ticketSubject(state: ConversationState): string {
  const orderId = orderIdOf(state)
  const topic = state.thread?.topic
  const about = topic && topic.type !== 'REASON_CODE' ? toPlainText(topic.value).replace(/\s+/g, ' ') : ''
  const parts = [about === '' ? 'wiadomość' : about, orderId === undefined ? '' : `zamówienie ${orderId}`].filter(
    (part) => part !== '',
  )
  return shorten(`EmpikPlace: ${parts.join(' – ')}`, maxSubject)
}

const money = (amount: number, currency: string): string => `${amount.toFixed(2).replace('.', ',')} ${currency}`

function orderLines(order: OrderRecorded): string[] {
  const purchase =
    order.commercialId !== '' && order.commercialId !== order.orderId ? ` (zakup ${order.commercialId})` : ''
  const { label, company, tracking } = order.delivery
  const delivery = [label, company, tracking].filter((part) => part !== '').join(', ')
  return [
    `Zamówienie: ${order.orderId}${purchase}, stan: ${order.state}, razem ${money(order.total, order.currency)}`,
    ...order.lines.map(
      (line) =>
        `• ${line.quantity} × ${line.title} – ${money(line.total, order.currency)}${line.sku === '' ? '' : ` (SKU ${line.sku})`}`,
    ),
    ...(delivery === '' ? [] : [`Dostawa: ${delivery}`]),
  ]
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : name === 'base' ? value : encodeURIComponent(value)
  })
}

/** The first comment of a ticket: what an agent wants beside the conversation. */
export function ticketComment(
  threadId: string,
  shopId: string,
  customerId: string,
  state: ConversationState,
  links: PanelLinks,
): string {
  const orderId = orderIdOf(state)
  const values = { base: links.base, thread_id: threadId, shop_id: shopId, ...(orderId ? { order_id: orderId } : {}) }
  const first = state.messages[0]
  return [
    ...(state.order ? orderLines(state.order) : orderId ? [`Zamówienie: ${orderId}`] : []),
    ...(orderId ? [`Zamówienie w EmpikPlace: ${fill(links.order, values)}`] : []),
    `Konwersacja w EmpikPlace: ${fill(orderId ? links.conversation : links.home, values)}`,
    `ID klienta EmpikPlace: ${customerId}`,
    ...(first ? [`Pierwsza wiadomość: ${warsawTime(first.sentAt)}`] : []),
  ].join('\n')
}

/**
 * One sender address per conversation, on a domain that accepts and drops all mail: a ticket's answers are e-mailed
 * to its `from`, and must never reach a real person (Thulium reference 5.7).
 */
export const sinkAddress = (threadId: string, domain: string): string =>
  `empik-${threadId
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 48)}@${domain}`
