import { createHash } from 'node:crypto'
import { findLoss, withEntries, type Connection } from '@connector/connections'
import type { ConversationState } from '@connector/domain/conversation'
import type { SeenReply } from '@connector/domain/events'
import { loseTicket, requestReopening } from '@connector/domain/looks'
import { agentReplies, requestReply, unsignedReplies } from '@connector/domain/replies'
import type { ConversationRef } from '@connector/domain/words'
import type { Unreadable } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { Ticket, TicketMessage } from '@connector/thulium'
import { recordUnreadables } from '../unreadable.ts'
import { timed } from './call-times.ts'
import type { FieldCheck } from './field-check.ts'
import type { KnownReplies } from './known-replies.ts'
import type { Seen, Sightings } from './sightings.ts'
import type { OwnTicket, OwnTickets } from './tickets.ts'
import { readingOf } from './unchanged.ts'

/** What reading a ticket brought. */
interface Brought {
  /** When the next reply in it will have settled. */
  settlesAt: Date | undefined
  /** When the replies were written that were seen for the first time. */
  newReplies: readonly (Date | undefined)[]
}

export type TicketRead = ({ ok: true } & Brought) | { ok: false; failure: Failure }

const nothingNew: Brought = { settlesAt: undefined, newReplies: [] }

/** Records the settled replies of one ticket, and what else has become of it. */
export type ReadTicket = (connection: Connection, ticket: OwnTicket, signal: AbortSignal) => Promise<TicketRead>

export interface ReadTicketDeps {
  repository: Repository
  tickets: OwnTickets
  sightings: Sightings
  replies: KnownReplies
  fields: FieldCheck
  settleMs: number
  now: () => Date
}

export function createReadTicket(deps: ReadTicketDeps): ReadTicket {
  const { repository, tickets, fields, now } = deps
  return async (connection, { ref, ticketId, last }, signal) => {
    const { answer, times } = await timed(now, () => connection.thulium.ticket(ticketId, signal))
    const from = { side: 'thulium' as const, operation: `GET tickets/:id ${ticketId}` }
    if (!answer.ok && answer.failure.class === 'too-large')
      await recordUnreadables(repository, ref, from, [tooLarge(ticketId, answer.failure)])
    if (!answer.ok && !saysGone(answer.failure)) return answer
    const { state } = await repository.conversation(ref)
    const loss = await findLoss(connection, ref, state, { ticketId, read: answer, conflict: false }, signal)
    if (!loss.ok) return loss
    const { lost } = loss
    if (lost) await repository.changeConversation(ref, 'poll:tickets', (current) => loseTicket(current, lost))
    if (!answer.ok || lost) {
      // Nothing can be answered in it any more.
      await tickets.markRead(ref.tenantId, ticketId, readingOf({}, times, last), true)
      return { ok: true, ...nothingNew }
    }
    const ticket = answer.value
    const whole = withEntries(answer, connection)
    if (!whole.ok) return whole
    fields.seen(connection, ticket)
    await recordUnreadables(repository, ref, from, [
      ...ticket.unreadableMessages,
      ...ofUnknownKind(ticket),
      ...ofNobody(state, ticket),
      ...ofOneNumber(ticket),
    ])
    const brought = await takeReplies(deps, connection, ref, state, ticket, times)
    await reopen(deps, connection, ref, ticket)
    await tickets.markRead(ref.tenantId, ticketId, readingOf(ticket, times, last), ticket.isClosed)
    return { ok: true, ...brought }
  }
}

/** Kinds of entries that Thulium documents; only `REPLY` goes to the buyer. */
const knownKinds: ReadonlySet<string> = new Set(['MAIL', 'REPLY', 'COMMENT'])

const isWritten = ({ body, attachments }: Pick<TicketMessage, 'body' | 'attachments'>): boolean =>
  body.trim() !== '' || attachments.length > 0

/** What a person wrote in an entry of a kind that nobody knows may have been meant for the buyer: somebody must hear of it. */
const ofUnknownKind = ({ messages }: Ticket): Unreadable[] =>
  messages
    .filter(({ type, userLogin = '', ...written }) => !knownKinds.has(type) && userLogin !== '' && isWritten(written))
    .map(({ id, type, userLogin, body, attachments }) => ({
      raw: { message_id: id, type, user_login: userLogin, body, files: attachments.length },
      reason: `type: ${type} is not known, so it is not passed on to the buyer`,
      id: String(id),
    }))

/**
 * An autoresponder of the queue writes so, and would speak to the buyer beside this connector. It says the same in every ticket,
 * which is told once.
 */
const ofNobody = (state: ConversationState, { id: ticketId, messages }: Ticket): Unreadable[] =>
  unsignedReplies(state, messages.filter(isWritten)).map(({ id, body, attachments }) => ({
    raw: { type: 'REPLY', user_login: '', body, files: attachments.length },
    reason:
      `user_login: answer ${id} in ticket ${ticketId} names nobody who wrote it, as those of an autoresponder of a queue, so it ` +
      'is not passed on to the buyer. Switch the autoresponder off; what a person wrote must be sent again by an agent',
    id: String(id),
  }))

/** Answers that share a number and say different things: which of them it is cannot be told, so neither goes out. */
const ofOneNumber = (ticket: Ticket): Unreadable[] =>
  [...doubled(ticket)].map((id) => ({
    raw: ticket.messages.filter((message) => message.id === id).map(({ body }) => ({ message_id: id, body })),
    reason: `message_id: several answers have the number ${id}, so from now on none of them is passed on to the buyer`,
    id: String(id),
  }))

/** Numbers of more than one answer; an entry that comes twice is one. */
function doubled({ messages }: Pick<Ticket, 'messages'>): Set<number> {
  const digests = new Map<number, string>()
  const doubled = new Set<number>()
  for (const message of messages.filter(({ type }) => type === 'REPLY')) {
    const known = digests.get(message.id)
    if (known !== undefined && known !== digest(message)) doubled.add(message.id)
    digests.set(message.id, digest(message))
  }
  return doubled
}

/** Nobody at either side would see why answers stay where they are. */
const tooLarge = (ticketId: number, { message }: Failure): Unreadable => ({
  raw: { ticket_id: ticketId },
  reason:
    `ticket ${ticketId}: ${message}. What agents answer in it does not reach the buyer until it is smaller: ` +
    'remove large entries from it, or answer in the panel of EmpikPlace',
})

const saysGone = ({ status }: Failure): boolean => status === 404 || status === 410

/** Records the replies that have settled. */
async function takeReplies(
  { repository, sightings, replies, settleMs }: ReadTicketDeps,
  { account, settings }: Connection,
  ref: ConversationRef,
  state: ConversationState,
  ticket: Ticket,
  seen: Seen,
): Promise<Brought> {
  const known = new Set(state.replies.map((reply) => reply.thuliumMessageId))
  const unclear = doubled(ticket)
  const unknown = withoutCopies(agentReplies(state, ticket.messages, account.agentLogin)).filter(
    ({ id }) => !known.has(id) && !unclear.has(id),
  )
  const { passedOn, moved } = await replies.elsewhere(
    ref,
    ticket.id,
    unknown.map(({ id }) => id),
  )
  const open = unknown.filter(({ id }) => !passedOn.has(id))
  const { settled, nextAt, first } = await sightings.settled(
    ref.tenantId,
    ticket.id,
    open.map((message) => ({ messageId: message.id, digest: digest(message) })),
    seen,
    settleMs,
  )
  for (const message of open.filter(({ id }) => settled.has(id))) {
    const ownLogin = message.userLogin === account.agentLogin ? 'own-login' : undefined
    const inTheWay = moved.has(message.id) ? 'moved' : ownLogin
    await repository.changeConversation(ref, 'poll:tickets', (current) =>
      requestReply(current, toReply(ticket.id, message), settings, inTheWay),
    )
  }
  await sightings.forget(ref.tenantId, ticket.id, [...settled])
  return {
    settlesAt: nextAt,
    newReplies: open.filter(({ id }) => first.has(id)).map(({ createdAt }) => createdAt),
  }
}

async function reopen(
  { repository }: ReadTicketDeps,
  { account, settings }: Connection,
  ref: ConversationRef,
  ticket: Ticket,
): Promise<void> {
  if (!ticket.isClosed) return
  const seen = { id: ticket.id, closed: true, entries: ticket.messages, connectorLogin: account.agentLogin }
  await repository.changeConversation(ref, 'poll:tickets', (current) => requestReopening(current, seen, settings))
}

const withoutCopies = (messages: readonly TicketMessage[]): TicketMessage[] => [
  ...new Map(messages.map((message) => [message.id, message])).values(),
]

const digest = (message: TicketMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([message.body, message.attachments.map(({ name }) => name)]))
    .digest('hex')
    .slice(0, 32)

const toReply = (ticketId: number, message: TicketMessage): SeenReply => ({
  thuliumMessageId: message.id,
  ticketId,
  agentLogin: message.userLogin ?? '',
  body: message.body,
  ...(message.createdAt === undefined ? {} : { writtenAt: message.createdAt.toISOString() }),
  attachmentNames: message.attachments.map(({ name }) => name ?? ''),
})
