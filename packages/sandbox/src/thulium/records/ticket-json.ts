import type { FileRecord, MessageRecord, TicketRecord } from '../model/model.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { dateOrEmpty, duration, fullStatusName } from './ticket-changes.ts'
import { formatMinute } from '../model/wall-time.ts'

type Json = Record<string, unknown>

/** Ids that the documented sample shows as numbers; all strings by switch. */
export function numberId(store: SystemStore, id: number): number | string {
  return store.rule('idTypes') === 'strings' ? String(id) : id
}

/** `baseUrl` is where this system is reached, for the links of attachments. */
export function ticketJson(store: SystemStore, ticket: TicketRecord, baseUrl: string, withCustomFields: boolean): Json {
  const { closedAt, firstAgentAt } = ticket
  return {
    ticket_id: numberId(store, ticket.id),
    from: ticket.from,
    subject: ticket.subject,
    ticket_queue_id: numberId(store, ticket.queueId),
    ticket_queue_name: store.queueName(ticket.queueId),
    status_id: String(ticket.statusId),
    substatus_id: ticket.substatusId === null ? '' : String(ticket.substatusId),
    full_status_name: fullStatusName(store, ticket),
    category_id: ticket.categoryId === null ? '' : String(ticket.categoryId),
    customer_id: ticket.customerId === null ? null : numberId(store, ticket.customerId),
    user_login: ticket.userLogin,
    created_at: formatMinute(ticket.createdAt),
    updated_at: formatMinute(ticket.updatedAt),
    closed_at: dateOrEmpty(closedAt),
    close_time: closedAt === null ? '' : duration(closedAt - ticket.createdAt),
    first_agent_response_time: firstAgentAt === null ? null : duration(firstAgentAt - ticket.createdAt),
    first_agent_responded_at: dateOrEmpty(firstAgentAt),
    messages: messagesJson(store, ticket, baseUrl),
    ...(withCustomFields ? { custom_fields: store.ticketFields.describe(ticket.customFields) } : {}),
  }
}

/** A row of `GET tickets`: the keys a production client is known to rely on, and no others. */
export function ticketRowJson(store: SystemStore, ticket: TicketRecord, baseUrl: string, withFields: boolean): Json {
  return {
    ticket_id: numberId(store, ticket.id),
    source: ticket.source,
    from: ticket.from,
    subject: ticket.subject,
    ticket_queue_id: numberId(store, ticket.queueId),
    ticket_queue_name: store.queueName(ticket.queueId),
    full_status_name: fullStatusName(store, ticket),
    user_login: ticket.userLogin,
    customer_id: ticket.customerId === null ? null : numberId(store, ticket.customerId),
    created_at: formatMinute(ticket.createdAt),
    updated_at: formatMinute(ticket.updatedAt),
    ...(store.rule('ticketsListIncludesMessages') ? { messages: messagesJson(store, ticket, baseUrl) } : {}),
    ...(withFields && store.rule('ticketsListIncludesCustomFields')
      ? { custom_fields: store.ticketFields.describe(ticket.customFields) }
      : {}),
  }
}

function messagesJson(store: SystemStore, ticket: TicketRecord, baseUrl: string): Json[] {
  const hidden = store.rule('agentPendingMessage') === 'hidden'
  const shown = ticket.messages.filter((message) => !hidden || message.pendingUntil === undefined)
  const ordered = [...shown].sort(
    store.rule('messageOrder') === 'shuffled'
      ? (one, other) => scatter(one.id) - scatter(other.id)
      : (one, other) => one.id - other.id,
  )
  return ordered.map((message) => messageJson(store, message, baseUrl))
}

function messageJson(store: SystemStore, message: MessageRecord, baseUrl: string): Json {
  return {
    message_id: numberId(store, message.id),
    type: message.type,
    user_login: message.userLogin,
    body: message.body,
    comment: message.comment,
    system_comment: message.systemComment,
    created_at: formatMinute(message.createdAt),
    attachments: message.attachmentIds.flatMap((id) => {
      const file = store.files.get(id)
      return file ? [attachmentJson(store, file, baseUrl)] : []
    }),
  }
}

/** An invented shape: no source shows the elements of `attachments`. */
function attachmentJson(store: SystemStore, file: FileRecord, baseUrl: string): Json {
  const form = store.rule('attachmentElement')
  if (form === 'names') return { filename: file.filename }
  if (form === 'content')
    return { filename: file.filename, size: file.content.length, content: file.content.toString('base64') }
  return {
    attachment_id: numberId(store, file.id),
    filename: file.filename,
    size: file.content.length,
    url: `${baseUrl}/attachments/${file.id}`,
  }
}

/** A fixed scramble (Knuth's multiplicative hash), so that an order once seen is seen again. */
function scatter(id: number): number {
  return Math.imul(id, 2_654_435_761) >>> 0
}
