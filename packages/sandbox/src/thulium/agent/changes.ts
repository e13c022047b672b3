import type { TicketRecord } from '../model/model.ts'
import { panelTicket, requireLogin } from './replies.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { addSystemEntry, setStatus, setStatusRole } from '../records/ticket-changes.ts'
import { moveToQueue } from '../records/ticket-writes.ts'
import { toWallTime } from '../model/wall-time.ts'

/**
 * What an agent changes in the panel; what is absent stays. `postponeMinutes` postpones the ticket. `updatedAt`, an ISO
 * instant, is no agent's doing: a date of change that is wrong, until the next change.
 */
export type TicketChange = {
  ticketId: number
  login?: string
  statusId?: number
  substatusId?: number
  queueId?: number
  categoryId?: number
  userLogin?: string
  addTags?: string[]
  customFields?: Record<string, string>
  postponeMinutes?: number
  updatedAt?: string
}

const quarterMs = 15 * 60_000

export function changeTicket(store: SystemStore, change: TicketChange): void {
  const ticket = panelTicket(store, change.ticketId)
  const { login = '', statusId, substatusId, queueId, categoryId, userLogin } = change
  if (userLogin !== undefined) requireLogin(store, userLogin)
  if (statusId !== undefined && !store.status(statusId)) throw new RangeError(`No status ${statusId}`)
  if (queueId !== undefined && store.queueName(queueId) === '') throw new RangeError(`No queue ${queueId}`)
  if (statusId !== undefined || substatusId !== undefined) {
    setStatus(store, ticket, statusId ?? ticket.statusId, substatusId ?? null, { login })
  }
  if (queueId !== undefined && queueId !== ticket.queueId) moveToQueue(store, ticket, queueId, login)
  if (categoryId !== undefined) ticket.categoryId = categoryId
  if (userLogin !== undefined) ticket.userLogin = userLogin
  if (change.addTags) ticket.tags = [...new Set([...ticket.tags, ...change.addTags])]
  for (const [name, value] of Object.entries(change.customFields ?? {})) {
    const field = store.ticketFields.get(name)
    if (!field) throw new RangeError(`No ticket field is called ${name}`)
    store.setTicketField(ticket, field.id, value === '' ? undefined : value)
  }
  if (change.postponeMinutes !== undefined) postpone(store, ticket, change.postponeMinutes, login)
  if (change.updatedAt === undefined) store.touch(ticket)
  else store.touch(ticket, toWallTime(Date.parse(change.updatedAt)))
}

export function closeTicket(store: SystemStore, ticketId: number, login = ''): void {
  setStatusRole(store, panelTicket(store, ticketId), 'closed', { login })
}

/** A closed ticket is taken up again as In progress. */
export function reopenTicket(store: SystemStore, ticketId: number, login = ''): void {
  const ticket = panelTicket(store, ticketId)
  if (store.roleOf(ticket) !== 'closed') throw new RangeError(`Ticket ${ticketId} is not closed`)
  setStatusRole(store, ticket, 'in-progress', { login })
}

/** Pins another CRM customer to the ticket; null unpins. */
export function pinCustomer(store: SystemStore, ticketId: number, customerId: number | null, login = ''): void {
  const ticket = panelTicket(store, ticketId)
  if (customerId !== null && !store.customers.has(customerId)) throw new RangeError(`No customer ${customerId}`)
  store.linkCustomer(ticket, customerId)
  addSystemEntry(store, ticket, customerId === null ? 'Odpięto klienta' : `Przypięto klienta ${customerId}`, { login })
}

/** The messages of `sourceId` move, with their ids, into `targetId`; the source stays behind as an empty shell. */
export function mergeTickets(store: SystemStore, sourceId: number, targetId: number, login = ''): void {
  const source = panelTicket(store, sourceId)
  const target = panelTicket(store, targetId)
  if (source === target) throw new RangeError('A ticket cannot be merged into itself')
  moveMessages(store, source, target, () => true)
  source.mergedInto = target.id
  setStatusRole(store, source, 'merged', { login })
  addSystemEntry(store, source, `Połączono ze zgłoszeniem ${target.id}`, { login })
  addSystemEntry(store, target, `Dołączono zgłoszenie ${source.id}`, { login })
}

/**
 * Moves messages into a new ticket and returns its number. The custom fields are copied by default, so that two tickets
 * then carry the same marker.
 */
export function splitTicket(
  store: SystemStore,
  split: { ticketId: number; messageIds: number[]; login?: string; copyCustomFields?: boolean },
): number {
  const source = panelTicket(store, split.ticketId)
  const moved = new Set(split.messageIds)
  const own = source.messages.filter((message) => moved.has(message.id))
  if (own.length === 0) throw new RangeError(`Ticket ${source.id} has none of these messages`)
  const now = store.wallNow()
  const target: TicketRecord = {
    ...source,
    id: store.nextId('ticket'),
    cc: [...source.cc],
    tags: [...source.tags],
    statusId: store.statusFor('new').id,
    substatusId: null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    firstAgentAt: null,
    postponedUntil: null,
    mergedInto: null,
    customFields: split.copyCustomFields === false ? new Map<number, string>() : new Map(source.customFields),
    messages: [],
  }
  store.addTicket(target)
  moveMessages(store, source, target, (id) => moved.has(id))
  addSystemEntry(store, source, `Wydzielono zgłoszenie ${target.id}`, { login: split.login ?? '' })
  addSystemEntry(store, target, `Wydzielono ze zgłoszenia ${source.id}`, { login: split.login ?? '' })
  return target.id
}

export function deleteMessage(store: SystemStore, ticketId: number, messageId: number): void {
  const ticket = panelTicket(store, ticketId)
  const at = ticket.messages.findIndex((message) => message.id === messageId)
  if (at < 0) throw new RangeError(`Ticket ${ticketId} has no message ${messageId}`)
  ticket.messages.splice(at, 1)
  store.ticketOfMessage.delete(messageId)
  store.touch(ticket)
}

/** Deletes a ticket with all its messages; the API then answers 404. */
export function deleteTicket(store: SystemStore, ticketId: number): void {
  store.removeTicket(panelTicket(store, ticketId))
}

function moveMessages(
  store: SystemStore,
  source: TicketRecord,
  target: TicketRecord,
  moves: (messageId: number) => boolean,
): void {
  const moved = source.messages.filter((message) => moves(message.id))
  source.messages = source.messages.filter((message) => !moves(message.id))
  target.messages = [...target.messages, ...moved].sort((one, other) => one.id - other.id)
  for (const message of moved) {
    store.ticketOfMessage.set(message.id, target.id)
    if (message.pendingUntil !== undefined) store.waitFor(target, message.pendingUntil)
  }
}

/** Thulium returns postponed tickets to New at a quarter of an hour. */
function postpone(store: SystemStore, ticket: TicketRecord, minutes: number, login: string): void {
  setStatusRole(store, ticket, 'postponed', { login })
  ticket.postponedUntil = Math.ceil((store.now() + minutes * 60_000) / quarterMs) * quarterMs
  store.waitFor(ticket, ticket.postponedUntil)
}
