import type { OwnTicket } from './tickets.ts'

/** A reply this old should have been in a list of changes. */
const lateMs = 5 * 60_000

/**
 * Replies that only the sweep found, though they were there for long: Thulium does not list their tickets as changed. One
 * that came between the list and the reading is just early, and of a ticket that was never read nothing is known.
 * @param listedAt the time of the list by Thulium's clock
 */
export function foundLate(
  newReplies: readonly { ticket: OwnTicket; writtenAt: Date | undefined }[],
  swept: readonly OwnTicket[],
  listedAt: Date,
): OwnTicket[] {
  const bySweep = new Set(swept.filter(({ last }) => last !== undefined).map(({ ticketId }) => ticketId))
  return newReplies
    .filter(({ ticket, writtenAt }) => bySweep.has(ticket.ticketId) && writtenAt && isLate(writtenAt, listedAt))
    .map(({ ticket }) => ticket)
}

const isLate = (writtenAt: Date, listedAt: Date): boolean => listedAt.getTime() - writtenAt.getTime() > lateMs
