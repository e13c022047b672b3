import { ApiError } from '../model/api-error.ts'
import { customerForAddress } from './customers.ts'
import { customFields, oneOf, requiredText, text, textList } from '../model/input.ts'
import type { Input } from '../model/input.ts'
import { storedBody } from './message-text.ts'
import type { TicketRecord } from '../model/model.ts'
import { adoptFiles, resolveFields, ticketReferences } from './references.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { addMessage, recordMail } from './ticket-changes.ts'
import { formatSecond } from '../model/wall-time.ts'

const documentedSources = ['email', 'phone', 'sms', 'chat', 'www']
// The panel's limit of copy addresses.
const maxCopies = 30

/** `POST tickets`. Everything is checked before anything is written. */
export function createTicket(store: SystemStore, input: Input): TicketRecord {
  const to = requiredText(input, 'to')
  const subject = requiredText(input, 'subject')
  const body = requiredText(input, 'body')
  const mailbox = store.mailbox(to)
  if (!mailbox) throw new ApiError('unknownMailbox', to)
  const bodyType = oneOf(input, 'body_type', ['HTML', 'PLAIN'], 'PLAIN')
  const direction = oneOf(input, 'direction', ['in_behalf_of', 'out'], 'in_behalf_of')
  const source = acceptedSource(store, text(input, 'source') ?? 'email')
  const from = text(input, 'from') ?? ''
  if (from !== '' && !from.includes('@')) throw new ApiError('invalid', 'from')
  const cc = textList(input, 'cc') ?? []
  if (cc.length > maxCopies) throw new ApiError('invalid', 'cc')
  const tags = textList(input, 'tags') ?? []
  if (tags.length > 0 && store.rule('ticketTags') === 'rejected') throw new ApiError('invalid', 'tags')
  const comment = text(input, 'comment')
  const references = ticketReferences(store, input)
  const fields = resolveFields(store, store.ticketFields, customFields(input) ?? new Map())
  for (const [fieldId, value] of fields) if (value === '') fields.delete(fieldId)
  const attachmentIds = adoptFiles(store, textList(input, 'attachments') ?? [])

  const now = store.wallNow()
  const ticket: TicketRecord = {
    id: store.nextId('ticket'),
    from,
    to: mailbox.address,
    cc,
    subject,
    source,
    direction,
    queueId: references.queueId ?? mailbox.queueId,
    statusId: references.statusId ?? store.statusFor(direction === 'out' ? 'waiting' : 'new').id,
    substatusId: references.substatusId ?? null,
    categoryId: references.categoryId ?? null,
    customerId: references.customerId ?? customerForAddress(store, from),
    userLogin: references.userLogin ?? null,
    tags,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    firstAgentAt: null,
    postponedUntil: null,
    mergedInto: null,
    customFields: fields,
    messages: [],
  }
  if (store.roleOf(ticket) === 'closed') ticket.closedAt = now
  store.addTicket(ticket)
  const userLogin = direction === 'out' ? (references.userLogin ?? '') : ''
  const first = addMessage(store, ticket, {
    type: direction === 'out' ? 'REPLY' : 'MAIL',
    userLogin,
    body: storedBody(store, body, bodyType),
    attachmentIds,
  })
  if (direction === 'out') recordMail(store, ticket, first, 'outgoing-ticket')
  if (comment !== undefined && comment !== '') addMessage(store, ticket, { type: 'COMMENT', comment })
  announce(store, ticket)
  if (direction === 'in_behalf_of' && store.rule('queueAutoresponder')) autoRespond(store, ticket)
  return ticket
}

function announce(store: SystemStore, ticket: TicketRecord): void {
  store.surroundings.emit(store, 'TICKET_CREATED', {
    ticket_id: ticket.id,
    customer_id: ticket.customerId,
    agent_login: ticket.userLogin,
    direction: ticket.direction,
    date: formatSecond(ticket.createdAt),
  })
}

function autoRespond(store: SystemStore, ticket: TicketRecord): void {
  const body = '<p>Dziękujemy za wiadomość. Odpowiemy najszybciej, jak to możliwe.</p>'
  recordMail(store, ticket, addMessage(store, ticket, { type: 'REPLY', body }), 'autoresponder')
}

function acceptedSource(store: SystemStore, source: string): string {
  if (documentedSources.includes(source)) return source
  switch (store.rule('sourceUnknown')) {
    case 'reject':
      throw new ApiError('invalid', 'source')
    case 'email':
      return 'email'
    case 'store':
      return source
  }
}
