import { ApiError } from '../model/api-error.ts'
import { customFields, date, oneOf, requiredText, text, textList } from '../model/input.ts'
import type { Input } from '../model/input.ts'
import { storedBody } from './message-text.ts'
import type { TicketRecord } from '../model/model.ts'
import { adoptFiles, requireAgent, resolveFields, ticketReferences } from './references.ts'
import type { SystemStore } from '../systems/system-store.ts'
import {
  addMessage,
  addSystemEntry,
  sendReply,
  setStatus,
  setStatusByMessage,
  touchForMessage,
} from './ticket-changes.ts'
import { formatSecond } from '../model/wall-time.ts'
import type { WallTime } from '../model/wall-time.ts'

/** `POST tickets/:id/customer_response`: a MAIL entry. */
export function addCustomerResponse(store: SystemStore, ticket: TicketRecord, input: Input): void {
  const body = responseBody(store, input)
  const createdAt = messageDate(store, input)
  const tokens = textList(input, 'attachments') ?? []
  const policy = store.rule('customerResponseAcceptsAttachments')
  if (policy === 'rejected' && tokens.length > 0) throw new ApiError('invalid', 'attachments')
  const attachmentIds = policy === 'stored' ? adoptFiles(store, tokens) : []
  addMessage(store, ticket, { type: 'MAIL', body, createdAt, attachmentIds })
  touchForMessage(store, ticket)
  if (store.rule('customerResponseReopens') && store.roleOf(ticket) !== 'merged') {
    setStatusByMessage(store, ticket, 'new')
  }
  if (store.rule('webhookMessageReceived')) {
    store.surroundings.emit(store, 'TICKET_MESSAGE_RECEIVED', {
      ticket_id: ticket.id,
      customer_id: ticket.customerId,
      agent_login: ticket.userLogin,
      date: formatSecond(store.wallNow()),
    })
  }
}

/** `POST tickets/:id/agent_response`: a REPLY entry, sent at once as an e-mail to the ticket's `from`. */
export function addAgentResponse(store: SystemStore, ticket: TicketRecord, input: Input): void {
  const body = responseBody(store, input)
  const userLogin = requiredText(input, 'user_login')
  requireAgent(store, userLogin)
  const createdAt = messageDate(store, input)
  const attachmentIds = adoptFiles(store, textList(input, 'attachments') ?? [])
  const message = addMessage(store, ticket, { type: 'REPLY', userLogin, body, createdAt, attachmentIds })
  sendReply(store, ticket, message, 'api-response')
}

/** `POST tickets/:id/comment`: the name of the text field is a guess of every client, hence a switch. */
export function addComment(store: SystemStore, ticket: TicketRecord, input: Input): void {
  const comment = requiredText(input, store.rule('commentField'))
  const userLogin = text(input, 'user_login') ?? ''
  if (userLogin !== '') requireAgent(store, userLogin)
  addMessage(store, ticket, { type: 'COMMENT', comment, userLogin })
  touchForMessage(store, ticket)
}

/** `PUT tickets/:id`: what is absent or null stays. Fields the API does not document are ignored, as PHP would. */
export function updateTicket(store: SystemStore, ticket: TicketRecord, input: Input): void {
  const { statusId, substatusId, categoryId, queueId, userLogin } = ticketReferences(store, {
    ...input,
    customer_id: null,
  })
  const tags = textList(input, 'tags')
  const given = customFields(input)
  const fields = given && resolveFields(store, store.ticketFields, given)

  if (userLogin !== undefined) ticket.userLogin = userLogin
  if (categoryId !== undefined) ticket.categoryId = categoryId
  if (tags) ticket.tags = store.rule('putTags') === 'add' ? [...new Set([...ticket.tags, ...tags])] : tags
  if (queueId !== undefined && queueId !== ticket.queueId) moveToQueue(store, ticket, queueId)
  if (statusId !== undefined || substatusId !== undefined) {
    setStatus(store, ticket, statusId ?? ticket.statusId, substatusId ?? null)
  }
  if (fields) writeFields(store, ticket, fields)
  store.touch(ticket)
}

export function moveToQueue(store: SystemStore, ticket: TicketRecord, queueId: number, login = ''): void {
  const before = store.queueName(ticket.queueId)
  ticket.queueId = queueId
  addSystemEntry(store, ticket, `Zmiana kolejki: ${before} → ${store.queueName(queueId)}`, { login })
}

function writeFields(store: SystemStore, ticket: TicketRecord, fields: ReadonlyMap<number, string>): void {
  if (store.rule('putCustomFields') === 'replace') {
    for (const fieldId of ticket.customFields.keys()) {
      if (!fields.has(fieldId)) store.setTicketField(ticket, fieldId, undefined)
    }
  }
  for (const [fieldId, value] of fields) {
    if (value !== '') store.setTicketField(ticket, fieldId, value)
    else if (store.rule('emptyStringClears')) store.setTicketField(ticket, fieldId, undefined)
  }
}

function responseBody(store: SystemStore, input: Input): string {
  return storedBody(store, requiredText(input, 'body'), oneOf(input, 'body_type', ['HTML', 'PLAIN'], 'HTML'))
}

function messageDate(store: SystemStore, input: Input): WallTime {
  const given = date(input, 'date')
  return given !== undefined && store.rule('dateParamSetsCreatedAt') ? given : store.wallNow()
}
