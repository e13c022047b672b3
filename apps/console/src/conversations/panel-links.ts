import type { Conversation } from '../api/queries.ts'
import { panelLink } from '../page-settings.ts'

interface Links {
  conversation: string | undefined
  order: string | undefined
  ticket: string | undefined
}

/** Where a conversation stands in the panels of both sides; what has no place of its own is left out. */
export function panelLinks(tenantId: string, { threadId, orderId, ticketId }: Conversation): Links {
  const values = { system: tenantId, thread_id: threadId, ...(orderId === null ? {} : { order_id: orderId }) }
  const order = orderId === null ? undefined : panelLink('order', values)
  const conversation = panelLink('conversation', values)
  return {
    conversation: conversation.includes('{') ? undefined : conversation,
    order: order === conversation ? undefined : order,
    ticket: ticketId === null ? undefined : panelLink('ticket', { ...values, ticket_id: ticketId }),
  }
}
