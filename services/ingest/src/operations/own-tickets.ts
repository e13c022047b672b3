import type { ReadTicketDeps } from '../thulium/read-ticket.ts'
import type { OwnTickets } from '../thulium/tickets.ts'

/** What reading a ticket needs where nothing may be written: every reply counts as settled, so that it is told. */
export const withoutTraces = (tickets: OwnTickets): Pick<ReadTicketDeps, 'tickets' | 'sightings' | 'fields'> => ({
  tickets: { ...tickets, markRead: () => Promise.resolve() },
  sightings: {
    settled: (_tenantId, _ticketId, replies) =>
      Promise.resolve({
        settled: new Set(replies.map(({ messageId }) => messageId)),
        nextAt: undefined,
        first: new Set<number>(),
      }),
    forget: () => Promise.resolve(),
  },
  fields: { run: () => Promise.resolve(), seen: () => undefined },
})
