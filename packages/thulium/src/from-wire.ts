import { endOfLocalMinute, localDateToInstant, withoutUndefined } from '@connector/contracts'
import type { ThuliumAttachment, ThuliumCustomer, ThuliumMessage, ThuliumTicket } from '@connector/contracts'
import type { Customer, Ticket, TicketAttachment, TicketMessage } from './types.ts'

const instantOf = (local: string | undefined): Date | undefined =>
  local === undefined ? undefined : localDateToInstant(local)

/** What programs write where there is no date. */
const noDate = /^\s*(?:0+\s*$|0000|0001|1970-01-0[12])/

function attachment(wire: ThuliumAttachment): TicketAttachment {
  return withoutUndefined({
    id: wire.attachment_id ?? wire.id,
    name: wire.filename ?? wire.name,
    url: wire.url ?? wire.link ?? wire.href,
    token: wire.token,
    content: wire.content,
    size: wire.size,
  })
}

function message(wire: ThuliumMessage): TicketMessage {
  return withoutUndefined({
    id: wire.message_id,
    type: wire.type,
    userLogin: wire.user_login,
    body: wire.body,
    comment: wire.comment,
    systemComment: wire.system_comment,
    createdAt: instantOf(wire.created_at),
    attachments: wire.attachments.map(attachment),
  })
}

export function ticketFromWire(wire: ThuliumTicket): Ticket {
  return withoutUndefined({
    id: wire.ticket_id,
    from: wire.from,
    subject: wire.subject,
    source: wire.source,
    queueId: wire.ticket_queue_id,
    queueName: wire.ticket_queue_name,
    statusId: wire.status_id,
    substatusId: wire.substatus_id,
    statusName: wire.full_status_name,
    categoryId: wire.category_id,
    customerId: wire.customer_id,
    userLogin: wire.user_login,
    createdAt: instantOf(wire.created_at),
    updatedAt: instantOf(wire.updated_at),
    updatedBefore: wire.updated_at === undefined ? undefined : endOfLocalMinute(wire.updated_at),
    isClosed: wire.closed_at !== undefined && !noDate.test(wire.closed_at),
    customFields: wire.custom_fields,
    // The documented sample is not in the order of time; ids are.
    messages: wire.messages.map(message).sort((a, b) => a.id - b.id),
    unreadableMessages: wire.unreadable_messages,
  })
}

export function customerFromWire(wire: ThuliumCustomer): Customer {
  return withoutUndefined({
    id: wire.customer_id,
    name: wire.name,
    surname: wire.surname,
    email: wire.email,
    phoneNumber: wire.phone_number,
    updatedAt: instantOf(wire.updated_at),
    customFields: wire.custom_fields,
  })
}
