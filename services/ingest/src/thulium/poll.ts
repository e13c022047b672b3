import { createHash } from 'node:crypto'
import { findLoss, type Connection } from '@connector/connections'
import type { SeenReply } from '@connector/domain/events'
import { loseTicket, requestReopening } from '@connector/domain/looks'
import { isAgentReply, requestReply } from '@connector/domain/replies'
import type { ConversationRef } from '@connector/domain/words'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { Ticket, TicketMessage } from '@connector/thulium'
import { concernsEveryCall, toleratedInARow, type IllItems } from '../ill-items.ts'
import { failed, partlyFailed, type FailedPoll, type PollResult } from '../poll-result.ts'
import type { FieldCheck } from './field-check.ts'
import type { KnownReplies } from './known-replies.ts'
import { earlier, type Sightings } from './sightings.ts'
import type { OwnTicket, OwnTickets } from './tickets.ts'

export interface ThuliumPoll {
  /** @param cursor newest `updated_at` that Thulium has shown; undefined before the first look */
  run(connection: Connection, cursor: Date | undefined, signal: AbortSignal): Promise<PollResult>
}

/** `settlesAt`: when the next reply in it will have settled. */
type TicketRead = { ok: true; settlesAt?: Date | undefined } | { ok: false; failure: Failure }

/** Tickets per page, the most that Thulium gives. */
const pageSize = 100
const maxPages = 1_000

/**
 * Thulium's dates have minutes only: a ticket read at 12:34:10 may change again at 12:34:50 with the same date. So a
 * ticket counts as unchanged only when it was read well after the minute it carries.
 */
const minuteAndSkewMs = 90_000

export function createThuliumPoll(deps: {
  repository: Repository
  tickets: OwnTickets
  sightings: Sightings
  replies: KnownReplies
  fields: FieldCheck
  ill: IllItems
  overlapMs: number
  settleMs: number
  sweepMs: number
  now: () => Date
}): ThuliumPoll {
  const { repository, tickets, sightings, replies, fields, ill, overlapMs, settleMs, sweepMs, now } = deps

  /** Our tickets among those changed since the cursor. */
  async function changedTickets(connection: Connection, dateFrom: Date, signal: AbortSignal) {
    const own = new Map<number, OwnTicket>()
    let newest: Date | undefined
    for (let page = 0; page < maxPages; page++) {
      const answer = await connection.thulium.tickets(
        { queueId: connection.settings.queueId, dateFrom, limit: pageSize, offset: page * pageSize },
        signal,
      )
      if (!answer.ok) return { ok: false as const, failure: answer.failure }
      const rows = answer.value.tickets
      const updatedAt = new Map(rows.map((row) => [row.id, row.updatedAt]))
      for (const row of rows) if (row.updatedAt && (!newest || row.updatedAt > newest)) newest = row.updatedAt
      for (const ticket of await tickets.among(connection.ref, [...updatedAt.keys()])) {
        const changed = updatedAt.get(ticket.ticketId)
        const unchanged =
          changed !== undefined &&
          ticket.readAt !== undefined &&
          ticket.readAt.getTime() - changed.getTime() > minuteAndSkewMs
        if (!unchanged) own.set(ticket.ticketId, ticket)
      }
      // The list shifts while tickets change; the overlap of the next look catches what slipped between two pages.
      if (rows.length < pageSize) break
    }
    return { ok: true as const, own, newest }
  }

  async function reopen({ account, settings }: Connection, ref: ConversationRef, ticket: Ticket): Promise<void> {
    if (!isClosed(ticket)) return
    const seen = { id: ticket.id, closed: true, entries: ticket.messages, connectorLogin: account.agentLogin }
    await repository.changeConversation(ref, 'poll:tickets', (current) => requestReopening(current, seen, settings))
  }

  /** Records the settled replies of one ticket, and what else has become of it. */
  async function readTicket(
    connection: Connection,
    { ref, ticketId }: OwnTicket,
    signal: AbortSignal,
  ): Promise<TicketRead> {
    const answer = await connection.thulium.ticket(ticketId, signal)
    const readAt = now()
    if (!answer.ok && answer.failure.class !== 'refused') return answer
    const { state } = await repository.conversation(ref)
    const loss = await findLoss(connection, ref, state, { ticketId, read: answer, conflict: false }, signal)
    if (!loss.ok) return loss
    const { lost } = loss
    if (lost) await repository.changeConversation(ref, 'poll:tickets', (current) => loseTicket(current, lost))
    if (!answer.ok || lost) {
      // Nothing can be answered in it any more.
      await tickets.markRead(ref.tenantId, ticketId, readAt, true)
      return { ok: true }
    }
    fields.seen(connection, answer.value)
    const known = new Set(state.replies.map((reply) => reply.thuliumMessageId))
    const unknown = answer.value.messages.filter(
      (message) => isAgentReply(message, connection.account.agentLogin) && !known.has(message.id),
    )
    const { passedOn, moved } = await replies.elsewhere(
      ref,
      ticketId,
      unknown.map(({ id }) => id),
    )
    const open = unknown.filter(({ id }) => !passedOn.has(id))
    const { settled, nextAt } = await sightings.settled(
      ref.tenantId,
      ticketId,
      open.map((message) => ({ messageId: message.id, digest: digest(message) })),
      readAt,
      settleMs,
    )
    for (const message of open.filter(({ id }) => settled.has(id)))
      await repository.changeConversation(ref, 'poll:tickets', (current) =>
        requestReply(current, toReply(ticketId, message), connection.settings, moved.has(message.id)),
      )
    await sightings.forget(ref.tenantId, ticketId, [...settled])
    await reopen(connection, ref, answer.value)
    await tickets.markRead(ref.tenantId, ticketId, readAt, isClosed(answer.value))
    return { ok: true, settlesAt: nextAt }
  }

  async function readTickets(
    connection: Connection,
    toRead: readonly OwnTicket[],
    signal: AbortSignal,
  ): Promise<{ settlesAt: Date | undefined } | FailedPoll> {
    let settlesAt: Date | undefined
    let leftOut: Failure | undefined
    let failedInARow = 0
    for (const ticket of toRead) {
      const key = `${ticket.ref.tenantId}/${ticket.ticketId}`
      const resting = ill.resting(key)
      if (resting) {
        leftOut = resting
        continue
      }
      const read = await readTicket(connection, ticket, signal)
      if (read.ok) {
        settlesAt = earlier(settlesAt, read.settlesAt)
        ill.recovered(key)
        failedInARow = 0
        continue
      }
      const { failure } = read
      if (concernsEveryCall(failure)) return failed(failure)
      ill.failed(key, failure)
      leftOut = failure
      failedInARow += 1
      if (failedInARow > toleratedInARow) return failed(failure)
    }
    return leftOut ? partlyFailed(leftOut) : { settlesAt }
  }

  return {
    async run(connection, cursor, signal) {
      const since = cursor ?? connection.integration.startedAt
      if (!since) return { ok: true, cursor }
      const changed = await changedTickets(connection, new Date(since.getTime() - overlapMs), signal)
      if (!changed.ok) return failed(changed.failure)
      const toRead = new Map(changed.own)
      for (const ticket of await tickets.toRead(connection.ref, now(), sweepMs)) toRead.set(ticket.ticketId, ticket)
      const read = await readTickets(connection, [...toRead.values()], signal)
      if ('failure' in read) return read
      await fields.run(connection, signal)
      const { newest } = changed
      const { settlesAt: lookAgainAt } = read
      return { ok: true, cursor: newest && (!cursor || newest > cursor) ? newest : cursor, lookAgainAt }
    },
  }
}

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

const isClosed = (ticket: Ticket): boolean => ticket.closedAt !== undefined
