import { instantToLocalDate, withoutUndefined } from '@connector/contracts'
import type { ThuliumComponents } from '@connector/contracts'
import type { ThuliumSettings } from './settings.ts'
import type { AgentResponse, CustomerResponse, NewCustomer, NewTicket, NewWebhook, TicketChanges } from './types.ts'

type Schemas = ThuliumComponents['schemas']

const listOf = (values: readonly string[] | undefined): string[] | undefined =>
  values === undefined || values.length === 0 ? undefined : [...values]

const dateOf = (date: Date | undefined, { timeZone }: ThuliumSettings): string | undefined =>
  date === undefined ? undefined : instantToLocalDate(date, timeZone)

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

export function ticketToWire(ticket: NewTicket, settings: ThuliumSettings): Schemas['TicketInput'] {
  return {
    to: ticket.to,
    subject: ticket.subject,
    body: ticket.body,
    // The default differs from operation to operation, so it is always said.
    body_type: ticket.bodyType,
    source: ticket.source ?? settings.ticketSource,
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

export function customerResponseToWire(
  response: CustomerResponse,
  settings: ThuliumSettings,
): Schemas['CustomerResponseInput'] {
  const attachments = settings.customerResponseAttachments ? listOf(response.attachments) : undefined
  return {
    body: response.body,
    body_type: response.bodyType,
    ...withoutUndefined({ date: dateOf(response.date, settings), attachments }),
  }
}

export function agentResponseToWire(response: AgentResponse, settings: ThuliumSettings): Schemas['AgentResponseInput'] {
  return {
    body: response.body,
    body_type: response.bodyType,
    user_login: response.userLogin,
    ...withoutUndefined({ date: dateOf(response.date, settings), attachments: listOf(response.attachments) }),
  }
}

export function customerToWire(changes: Partial<NewCustomer>, settings: ThuliumSettings): Schemas['CustomerUpdate'] {
  return withoutUndefined({
    surname: changes.surname,
    name: changes.name,
    custom_fields: changes.customFields,
    fill_read_only_custom_fields: changes.customFields === undefined ? undefined : settings.fillReadOnlyCustomFields,
  })
}

export function webhookToWire(webhook: NewWebhook): Schemas['WebhookInput'] {
  return {
    actions: [...webhook.actions],
    subscription_url: webhook.url,
    ...withoutUndefined({ http_auth_user: webhook.user, http_auth_password: webhook.password }),
  }
}
