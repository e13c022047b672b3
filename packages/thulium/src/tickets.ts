import type { ThuliumTicket } from '@connector/contracts'
import {
  earliestLocalDateSince,
  parseTicket,
  parseTicketCreated,
  parseTicketList,
  withoutUndefined,
} from '@connector/contracts'
import type { Parser } from '@connector/outbound-http'
import { ticketFromWire } from './from-wire.ts'
import { changesToWire, ticketToWire } from './to-wire.ts'
import type { Query, Transport } from './transport.ts'
import type { ThuliumClient, TicketQuery } from './types.ts'
import { nothing, withFields } from './wire.ts'

/** Documented maximum of one page. */
const mostTickets = 100

/** Of another ticket the agents' answers are for another buyer. */
const ticketNumbered =
  (id: number): Parser<ThuliumTicket> =>
  (document) => {
    const parsed = parseTicket(document)
    return parsed.ok && parsed.value.ticket_id !== id
      ? { ok: false, reason: 'ticket_id: not the ticket asked for' }
      : parsed
  }

const localDateSince = (date: Date | undefined): string | undefined =>
  date === undefined ? undefined : earliestLocalDateSince(date)

const queryOf = (query: TicketQuery): Query => [
  ['ticket_queue_id', query.queueId],
  ['customer_id', query.customerId],
  ['date_from', localDateSince(query.dateFrom)],
  ['create_date_from', localDateSince(query.createDateFrom)],
  ...Object.entries(query.customFields ?? {}).map(([name, value]) => [`custom_fields[${name}]`, value] as const),
  ['limit', query.limit],
  ['offset', query.offset],
]

/** Tickets themselves; what is written into them is in `entries`. */
export function tickets(
  transport: Transport,
): Pick<ThuliumClient, 'tickets' | 'ticket' | 'createTicket' | 'updateTicket'> {
  return {
    async tickets(query, signal) {
      // Silently fewer rows would make a walk by offset skip tickets.
      if (query.limit > mostTickets) throw new RangeError(`At most ${mostTickets} tickets can be asked for at once`)
      return transport.get(
        '/tickets',
        queryOf(query),
        (document) => parseTicketList(document, query.offset),
        ({ items, unreadable, count }) => withoutUndefined({ tickets: items.map(ticketFromWire), unreadable, count }),
        signal,
      )
    },
    ticket: (id, signal) => transport.get(`/tickets/${id}`, [withFields], ticketNumbered(id), ticketFromWire, signal),
    async createTicket(ticket, signal) {
      const texts = [ticket.body, ticket.subject, ticket.comment ?? '']
      const result = await transport.send('POST', '/tickets', ticketToWire(ticket), parseTicketCreated, texts, signal)
      return result.outcome === 'done' ? { ...result, value: { ticketId: result.value.ticket_id } } : result
    },
    updateTicket: (id, changes, signal) =>
      transport.send('PUT', `/tickets/${id}`, changesToWire(changes), nothing, [], signal),
  }
}
