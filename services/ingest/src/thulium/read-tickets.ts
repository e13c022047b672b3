import type { Connection } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'
import type { Log } from '@connector/service-kit'
import { toleratedInARow, type IllItems } from '../ill-items.ts'
import { failedBy } from '../poll-result.ts'
import type { ReadTicket, TicketRead } from './read-ticket.ts'
import { earlier } from './sightings.ts'
import type { OwnTicket } from './tickets.ts'

/** What came of reading tickets of several integrations of one account. */
export interface TicketsRead {
  /** When the next reply will have settled. */
  settlesAt: Date | undefined
  /** By integration, why some of its tickets could not be read. */
  leftOut: ReadonlyMap<string, Failure>
  /** Those tickets. */
  unread: readonly OwnTicket[]
  /** Replies that were seen for the first time, and when they were written. */
  newReplies: readonly { ticket: OwnTicket; writtenAt: Date | undefined }[]
  /** Of the account as a whole: the rest was not tried. */
  failure: Failure | undefined
}

/** A refusal is about the ticket, whatever was asked about it; the account is ill when it cannot be asked at all. */
const concernsAccount = (failure: Failure): boolean =>
  failure.class === 'credentials-rejected' || failure.class === 'rate-limited'

/** Reads tickets one after the other, each for its own integration; one that cannot be read rests and holds up no other. */
export async function readTickets(
  { read, ill, log }: { read: ReadTicket; ill: IllItems; log: Log },
  connectionOf: (ticket: OwnTicket) => Connection | undefined,
  toRead: readonly OwnTicket[],
  signal: AbortSignal,
): Promise<TicketsRead> {
  const leftOut = new Map<string, Failure>()
  const unread: OwnTicket[] = []
  const newReplies: { ticket: OwnTicket; writtenAt: Date | undefined }[] = []
  let settlesAt: Date | undefined
  let failedInARow = 0
  for (const ticket of toRead) {
    const connection = connectionOf(ticket)
    if (!connection) continue
    const { tenantId, integrationId } = ticket.ref
    const key = `${tenantId}/${ticket.ticketId}`
    const resting = ill.resting(key)
    if (resting) {
      leftOut.set(integrationId, resting)
      unread.push(ticket)
      continue
    }
    const result = await readSafely(read, connection, ticket, signal, log)
    if (result.ok) {
      settlesAt = earlier(settlesAt, result.settlesAt)
      newReplies.push(...result.newReplies.map((writtenAt) => ({ ticket, writtenAt })))
      ill.recovered(key)
      failedInARow = 0
      continue
    }
    const { failure } = result
    if (concernsAccount(failure)) return { settlesAt, leftOut, unread, newReplies, failure }
    ill.failed(key, failure)
    leftOut.set(integrationId, failure)
    unread.push(ticket)
    failedInARow += 1
    if (failedInARow > toleratedInARow) return { settlesAt, leftOut, unread, newReplies, failure }
  }
  return { settlesAt, leftOut, unread, newReplies, failure: undefined }
}

/** What goes wrong with one conversation here must not keep the agents of the whole account waiting. */
async function readSafely(
  read: ReadTicket,
  connection: Connection,
  ticket: OwnTicket,
  signal: AbortSignal,
  log: Log,
): Promise<TicketRead> {
  try {
    return await read(connection, ticket, signal)
  } catch (error) {
    log.error({ ...ticket.ref, ticketId: ticket.ticketId, error }, 'Reading a ticket met an unexpected error')
    return { ok: false, failure: failedBy(error).failure }
  }
}
