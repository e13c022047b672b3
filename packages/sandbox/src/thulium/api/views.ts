import type { StatusRole } from '../model/config.ts'
import type { CustomerRecord, MessageRecord, MessageType, TicketRecord } from '../model/model.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { fullStatusName } from '../records/ticket-changes.ts'
import { formatMinute } from '../model/wall-time.ts'

/** A message as a test sees it: also unsent ones (`pending`), in order of their ids. */
type MessageView = {
  messageId: number
  type: MessageType
  userLogin: string
  body: string
  comment: string
  systemComment: string
  createdAt: string
  pending: boolean
  attachments: { attachmentId: number; filename: string; size: number; content: Buffer }[]
}

/** A whole ticket as a test sees it, with what the API never shows. Dates as in the API, fields by name. */
export type TicketView = {
  ticketId: number
  from: string
  to: string
  cc: string[]
  subject: string
  source: string
  direction: string
  queueId: number
  queueName: string
  statusId: number
  status: string
  statusRole: StatusRole | undefined
  categoryId: number | null
  customerId: number | null
  userLogin: string | null
  tags: string[]
  createdAt: string
  updatedAt: string
  closedAt: string | null
  mergedInto: number | null
  customFields: Record<string, string | null>
  messages: MessageView[]
}

export type CustomerView = {
  customerId: number
  name: string
  surname: string
  emails: string[]
  phones: string[]
  identifier: string
  details: Record<string, unknown>
  customFields: Record<string, string | null>
}

export function ticketView(store: SystemStore, ticket: TicketRecord): TicketView {
  return {
    ticketId: ticket.id,
    from: ticket.from,
    to: ticket.to,
    cc: [...ticket.cc],
    subject: ticket.subject,
    source: ticket.source,
    direction: ticket.direction,
    queueId: ticket.queueId,
    queueName: store.queueName(ticket.queueId),
    statusId: ticket.statusId,
    status: fullStatusName(store, ticket),
    statusRole: store.roleOf(ticket),
    categoryId: ticket.categoryId,
    customerId: ticket.customerId,
    userLogin: ticket.userLogin,
    tags: [...ticket.tags],
    createdAt: formatMinute(ticket.createdAt),
    updatedAt: formatMinute(ticket.updatedAt),
    closedAt: ticket.closedAt === null ? null : formatMinute(ticket.closedAt),
    mergedInto: ticket.mergedInto,
    customFields: store.ticketFields.describe(ticket.customFields),
    messages: [...ticket.messages]
      .sort((one, other) => one.id - other.id)
      .map((message) => messageView(store, message)),
  }
}

export function customerView(store: SystemStore, customer: CustomerRecord): CustomerView {
  return {
    customerId: customer.id,
    name: customer.name,
    surname: customer.surname,
    emails: [...customer.emails],
    phones: [...customer.phones],
    identifier: customer.identifier,
    details: { ...customer.details },
    customFields: store.customerFields.describe(customer.customFields),
  }
}

function messageView(store: SystemStore, message: MessageRecord): MessageView {
  return {
    messageId: message.id,
    type: message.type,
    userLogin: message.userLogin,
    body: message.body,
    comment: message.comment,
    systemComment: message.systemComment,
    createdAt: formatMinute(message.createdAt),
    pending: message.pendingUntil !== undefined,
    attachments: message.attachmentIds.flatMap((id) => {
      const file = store.files.get(id)
      return file
        ? [{ attachmentId: id, filename: file.filename, size: file.content.length, content: file.content }]
        : []
    }),
  }
}
