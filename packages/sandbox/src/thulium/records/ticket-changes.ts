import { ApiError } from '../model/api-error.ts'
import type { StatusRole } from '../model/config.ts'
import type { MailRecord, MessageRecord, TicketRecord } from '../model/model.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { formatMinute, toWallTime } from '../model/wall-time.ts'
import type { WallTime } from '../model/wall-time.ts'

export function fullStatusName(store: SystemStore, ticket: TicketRecord): string {
  const status = store.status(ticket.statusId)
  const substatus = status?.substatuses?.find((one) => one.id === ticket.substatusId)
  return substatus ? `${status?.name ?? ''} - ${substatus.name}` : (status?.name ?? '')
}

/** Appends an entry with the next message id. It does not move `updated_at`. */
export function addMessage(
  store: SystemStore,
  ticket: TicketRecord,
  entry: Pick<MessageRecord, 'type'> & Partial<Omit<MessageRecord, 'id'>>,
): MessageRecord {
  const message: MessageRecord = {
    id: store.nextId('message'),
    userLogin: '',
    body: '',
    comment: '',
    systemComment: '',
    createdAt: store.wallNow(),
    attachmentIds: [],
    ...entry,
  }
  ticket.messages.push(message)
  store.ticketOfMessage.set(message.id, ticket.id)
  store.surroundings.changed()
  return message
}

/** Who changed a ticket and when (an instant in ms, now by default). `quiet` leaves `updated_at` alone. */
export type Change = { login?: string; instant?: number; quiet?: boolean }

export function addSystemEntry(store: SystemStore, ticket: TicketRecord, systemComment: string, by: Change = {}): void {
  const at = toWallTime(by.instant ?? store.now())
  addMessage(store, ticket, { type: 'COMMENT', systemComment, userLogin: by.login ?? '', createdAt: at })
  if (by.quiet !== true) store.touch(ticket, at)
}

/** Sets a status and leaves a system entry; nothing happens when the ticket has it already. */
export function setStatus(
  store: SystemStore,
  ticket: TicketRecord,
  statusId: number,
  substatusId: number | null = null,
  by: Change = {},
): void {
  if (ticket.statusId === statusId && ticket.substatusId === substatusId) return
  const before = fullStatusName(store, ticket)
  ticket.statusId = statusId
  ticket.substatusId = substatusId
  const role = store.roleOf(ticket)
  ticket.closedAt = role === 'closed' ? toWallTime(by.instant ?? store.now()) : null
  if (role !== 'postponed') ticket.postponedUntil = null
  addSystemEntry(store, ticket, `Zmiana statusu: ${before} → ${fullStatusName(store, ticket)}`, by)
}

export function setStatusRole(store: SystemStore, ticket: TicketRecord, role: StatusRole, by: Change = {}): void {
  if (store.roleOf(ticket) !== role) setStatus(store, ticket, store.statusFor(role).id, null, by)
}

/** A status that follows from a message: its entry moves `updated_at` only where messages do. */
export function setStatusByMessage(store: SystemStore, ticket: TicketRecord, role: StatusRole, by: Change = {}): void {
  setStatusRole(store, ticket, role, { ...by, quiet: !store.rule('updatedAtMovesOnMessage') })
}

/** A message moves `updated_at` unless the switch says that only the slow sweep may find it. */
export function touchForMessage(store: SystemStore, ticket: TicketRecord, at?: WallTime): void {
  if (store.rule('updatedAtMovesOnMessage')) store.touch(ticket, at)
}

/** Records the e-mail of a REPLY; a ticket without `from` has nobody to write to. */
export function recordMail(
  store: SystemStore,
  ticket: TicketRecord,
  message: MessageRecord,
  kind: MailRecord['kind'],
  instant = store.now(),
): void {
  const to = [ticket.from, ...ticket.cc].filter((address) => address !== '')
  if (to.length === 0) return
  store.mails.push({
    at: new Date(instant).toISOString(),
    kind,
    from: ticket.to,
    to,
    subject: `Re: ${ticket.subject} [#${ticket.id}]`,
    body: message.body,
    ticketId: ticket.id,
    messageId: message.id,
    attachments: message.attachmentIds.map((id) => store.files.get(id)?.filename ?? ''),
  })
}

/** An agent's reply leaves: mail, first-answer time, status Waiting for customer. `instant` is when it left. */
export function sendReply(
  store: SystemStore,
  ticket: TicketRecord,
  message: MessageRecord,
  kind: MailRecord['kind'],
  instant = store.now(),
): void {
  delete message.pendingUntil
  const wall = toWallTime(instant)
  ticket.firstAgentAt ??= wall
  recordMail(store, ticket, message, kind, instant)
  touchForMessage(store, ticket, wall)
  const setsWaiting = kind === 'agent-reply' || store.rule('agentResponseSetsWaiting')
  const role = store.roleOf(ticket)
  if (setsWaiting && role !== 'closed' && role !== 'merged') {
    setStatusByMessage(store, ticket, 'waiting', { login: message.userLogin, instant })
  }
  store.surroundings.changed()
}

/**
 * Lets the time that has passed do its work: unsent replies leave, postponed tickets return to New at a quarter of an
 * hour. Called before anything looks at a system, so that no timer is needed and a test's clock decides.
 */
export function settle(store: SystemStore): void {
  const now = store.now()
  if (now < store.nextDue) return
  store.nextDue = Number.POSITIVE_INFINITY
  for (const id of [...store.waitingTickets]) {
    const ticket = store.tickets.get(id)
    if (ticket) release(store, ticket, now)
    const due = ticket ? dueTimes(ticket) : []
    if (due.length === 0) store.waitingTickets.delete(id)
    store.nextDue = Math.min(store.nextDue, ...due)
  }
}

function release(store: SystemStore, ticket: TicketRecord, now: number): void {
  // A sent reply adds a status entry to the list, hence the copy.
  for (const message of [...ticket.messages]) {
    const due = message.pendingUntil
    if (due !== undefined && due <= now) sendReply(store, ticket, message, 'agent-reply', due)
  }
  if (ticket.postponedUntil !== null && ticket.postponedUntil <= now) {
    setStatusRole(store, ticket, 'new', { instant: ticket.postponedUntil })
  }
}

function dueTimes(ticket: TicketRecord): number[] {
  const replies = ticket.messages.flatMap((message) => message.pendingUntil ?? [])
  return ticket.postponedUntil === null ? replies : [...replies, ticket.postponedUntil]
}

/** The ticket of an API call. Throws 404 when it is missing, or merged where merged tickets are gone. */
export function readableTicket(store: SystemStore, id: string): TicketRecord {
  const ticket = /^\d+$/.test(id) ? store.tickets.get(Number(id)) : undefined
  if (!ticket) throw new ApiError('ticketMissing')
  if (ticket.mergedInto !== null && store.rule('mergedTicket') === 'gone') throw new ApiError('ticketMissing')
  return ticket
}

export function writableTicket(store: SystemStore, id: string): TicketRecord {
  const ticket = readableTicket(store, id)
  if (ticket.mergedInto !== null && store.rule('mergedTicket') === 'refuse-writes') throw new ApiError('merged')
  return ticket
}

/** `HH:MM:SS` of a duration; hours may exceed 24. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

export function dateOrEmpty(time: WallTime | null): string {
  return time === null ? '' : formatMinute(time)
}
