import { readableText } from '../records/message-text.ts'
import type { MessageRecord, TicketRecord } from '../model/model.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { addMessage, sendReply, touchForMessage } from '../records/ticket-changes.ts'
import { formatMinute } from '../model/wall-time.ts'

/** A file an agent attaches; text is kept as UTF-8, bytes as they are. */
export type PanelFile = { filename: string; content: string | Buffer }

/**
 * An agent's reply as written in the panel. `signature` (HTML) is put under it, `quote` puts the customer's last message
 * below in a block quote, as a mail program would.
 */
export type AgentReply = {
  ticketId: number
  login: string
  html: string
  attachments?: PanelFile[]
  signature?: string
  quote?: boolean
}

export type AgentComment = { ticketId: number; login: string; text: string }

/** The ticket a panel action works on. Throws RangeError when there is none. */
export function panelTicket(store: SystemStore, ticketId: number): TicketRecord {
  const ticket = store.tickets.get(ticketId)
  if (!ticket) throw new RangeError(`No ticket ${ticketId}`)
  return ticket
}

export function requireLogin(store: SystemStore, login: string): void {
  if (!store.agent(login)) throw new RangeError(`No agent ${login}`)
}

/** Returns the message id. The reply can be cancelled for `agentSendDelaySeconds`, then it is sent. */
export function agentReplies(store: SystemStore, reply: AgentReply): number {
  const ticket = panelTicket(store, reply.ticketId)
  requireLogin(store, reply.login)
  const delaySeconds = store.rule('agentSendDelaySeconds')
  const message = addMessage(store, ticket, {
    type: 'REPLY',
    userLogin: reply.login,
    body: composed(ticket, reply),
    attachmentIds: (reply.attachments ?? []).map((file) => store.addFile(file.filename, Buffer.from(file.content))),
  })
  if (delaySeconds <= 0) {
    sendReply(store, ticket, message, 'agent-reply')
    return message.id
  }
  message.pendingUntil = store.now() + delaySeconds * 1000
  store.waitFor(ticket, message.pendingUntil)
  if (store.rule('agentPendingMessage') === 'visible') touchForMessage(store, ticket)
  return message.id
}

/** The agent thinks again before the reply was sent. Throws RangeError when it is too late. */
export function cancelReply(store: SystemStore, ticketId: number, messageId: number): void {
  const ticket = panelTicket(store, ticketId)
  const at = ticket.messages.findIndex((message) => message.id === messageId && message.pendingUntil !== undefined)
  if (at < 0) throw new RangeError(`Message ${messageId} is not waiting to be sent`)
  ticket.messages.splice(at, 1)
  store.ticketOfMessage.delete(messageId)
  store.surroundings.changed()
}

export function agentComments(store: SystemStore, comment: AgentComment): number {
  const ticket = panelTicket(store, comment.ticketId)
  requireLogin(store, comment.login)
  const message = addMessage(store, ticket, { type: 'COMMENT', comment: comment.text, userLogin: comment.login })
  touchForMessage(store, ticket)
  return message.id
}

function composed(ticket: TicketRecord, reply: AgentReply): string {
  const last = ticket.messages.findLast((message) => message.type === 'MAIL')
  const signature = reply.signature === undefined ? '' : `\n<p>-- <br />\n${reply.signature}</p>`
  return reply.html + signature + (reply.quote === true && last ? quoted(last) : '')
}

function quoted(message: MessageRecord): string {
  // The quoted mark-up is whatever the customer's message holds; an unreadable one is not worth quoting.
  if (readableText(message.body) === '') return ''
  return `\n<p>W dniu ${formatMinute(message.createdAt)} klient napisał(a):</p>\n<blockquote>${message.body}</blockquote>`
}
