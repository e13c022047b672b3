import type { Conversation } from '../api/queries.ts'
import { panelLink } from '../page-settings.ts'

interface Links {
  conversation: string | undefined
  /** Of the first order. */
  order: string | undefined
  orders: { orderId: string; href: string }[]
  ticket: string | undefined
}

/** Where a conversation stands in the panels of both sides; what has no place of its own is left out. */
export function panelLinks(tenantId: string, { threadId, orderIds, ticketId }: Conversation): Links {
  const [first] = orderIds
  const values = { system: tenantId, thread_id: threadId, ...(first === undefined ? {} : { order_id: first }) }
  const conversation = panelLink('conversation', values)
  const orders = orderIds
    .map((orderId) => ({ orderId, href: panelLink('order', { ...values, order_id: orderId }) }))
    .filter(({ href }) => href !== conversation)
  return {
    conversation: conversation.includes('{') ? undefined : conversation,
    order: orders[0]?.href,
    orders,
    ticket: ticketId === null ? undefined : panelLink('ticket', { ...values, ticket_id: ticketId }),
  }
}
