import { instantToLocalDate, withoutUndefined } from '@connector/contracts'
import type { ThuliumComponents } from '@connector/contracts'
import type { AgentResponse, CustomerResponse, NewCustomer, NewTicket, TicketChanges } from './types.ts'

type Schemas = ThuliumComponents['schemas']

const listOf = (values: readonly string[] | undefined): string[] | undefined =>
  values === undefined || values.length === 0 ? undefined : [...values]

const dateOf = (date: Date | undefined): string | undefined =>
  date === undefined ? undefined : instantToLocalDate(date)

/** Absent fields stay absent: for Thulium, null and absent both mean "leave as it is". */
export function changesToWire(changes: TicketChanges): Schemas['TicketUpdate'] {
  return withoutUndefined({
    user_login: changes.userLogin,
    status_id: changes.statusId,
    substatus_id: changes.substatusId,
    category_id: changes.categoryId,
    ticket_queue_id: changes.queueId,
    tags: listOf(changes.tags),
    custom_fields: changes.customFields,
  })
}

export function ticketToWire(ticket: NewTicket): Schemas['TicketInput'] {
  return {
    to: ticket.to,
    subject: ticket.subject,
    body: ticket.body,
    // The default differs from operation to operation, so it is always said.
    body_type: ticket.bodyType,
    source: ticket.source,
    ...withoutUndefined({
      from: ticket.from,
      comment: ticket.comment,
      cc: listOf(ticket.cc),
      attachments: listOf(ticket.attachments),
      direction: ticket.direction,
      customer_id: ticket.customerId,
    }),
    ...changesToWire(ticket),
  }
}

export function customerResponseToWire(response: CustomerResponse): Schemas['CustomerResponseInput'] {
  return {
    body: response.body,
    body_type: response.bodyType,
    ...withoutUndefined({ date: dateOf(response.date), attachments: listOf(response.attachments) }),
  }
}

export function agentResponseToWire(response: AgentResponse): Schemas['AgentResponseInput'] {
  return {
    body: response.body,
    body_type: response.bodyType,
    user_login: response.userLogin,
    ...withoutUndefined({ date: dateOf(response.date), attachments: listOf(response.attachments) }),
  }
}

export function customerToWire(changes: Partial<NewCustomer>): Schemas['CustomerUpdate'] {
  return withoutUndefined({
    surname: changes.surname,
    name: changes.name,
    custom_fields: changes.customFields,
    // The field of the customer's id is read-only for agents where the tenant wants it so.
    fill_read_only_custom_fields: changes.customFields === undefined ? undefined : true,
  })
}
