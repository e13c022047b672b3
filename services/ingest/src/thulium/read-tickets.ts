import type { Connection } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'
import type { Log } from '@connector/service-kit'
import type { IllItems } from '../ill-items.ts'
import { failedBy } from '../poll-result.ts'
import { readEach } from '../tolerance.ts'
import { unlessSetAside } from '../unless-set-aside.ts'
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
  const withConnection = toRead.flatMap((ticket) => {
    const connection = connectionOf(ticket)
    return connection ? [{ ticket, connection }] : []
  })
  const failure = await readEach(
    withConnection,
    {
      ill,
      keyOf: ({ ticket }) => `${ticket.ref.tenantId}/${ticket.ticketId}`,
      concernsAll: concernsAccount,
      leftOut: ({ ticket }, why) => {
        leftOut.set(ticket.ref.integrationId, why)
        unread.push(ticket)
      },
    },
    async ({ ticket, connection }) => {
      const result = await readSafely(read, connection, ticket, signal, log)
      if (!result.ok) return result.failure
      settlesAt = earlier(settlesAt, result.settlesAt)
      newReplies.push(...result.newReplies.map((writtenAt) => ({ ticket, writtenAt })))
      return undefined
    },
  )
  return { settlesAt, leftOut, unread, newReplies, failure }
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
    // One that is set aside stays unread, so the sweep comes back to it.
    return (
      (await unlessSetAside(read(connection, ticket, signal))) ?? { ok: true, settlesAt: undefined, newReplies: [] }
    )
  } catch (error) {
    log.error({ ...ticket.ref, ticketId: ticket.ticketId, error }, 'Reading a ticket met an unexpected error')
    return { ok: false, failure: failedBy(error).failure }
  }
}
