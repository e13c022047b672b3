import { isOutsideCrm } from '@connector/domain/buyers'
import type { MessageReceived } from '@connector/domain/events'
import {
  continuationNote,
  isOld,
  leftOutNote,
  mirrorText,
  refusedNote,
  sinkAddress,
  ticketComment,
  ticketSubject,
  type Refused,
  type TicketFacts,
  type TicketFields,
} from '@connector/domain/tickets'
import type { NewTicket } from '@connector/thulium'
import type { EffectContext } from './handler.ts'
import type { Part } from './leave-out.ts'

/** Whatever Thulium makes of the source, the tag and the queue mark our tickets (docs/outside/thulium.md: tickets). */
const tag = 'EmpikPlace'
const outsideTag = 'EmpikPlace: spoza CRM'

/** The one of the documented sources that fits a marketplace best. */
const safeSource = 'www'

/** What of a ticket Thulium may refuse and can be done without. */
export interface TicketPart extends Part {
  /** Told in the ticket; files are told of by effects of their own. */
  refused?: Refused
  /** The same for every ticket, so what was refused once will be refused again; the name under which that is remembered. */
  lasting?: string
  without(ticket: NewTicket): NewTicket
}

export interface TicketDraft {
  parts: TicketPart[]
  /** The ticket without some of its parts, whose first comment says what it lacks. */
  make(leftOut: readonly TicketPart[]): NewTicket
}

/** @param missing fields that Thulium does not have */
export function draftTicket(
  context: EffectContext,
  opener: MessageReceived,
  given: { facts: TicketFacts; fields: TicketFields; missing: readonly string[]; files: readonly string[]; now: Date },
): TicketDraft {
  const { connection, ref, state } = context
  const { account, settings } = connection
  const { facts, fields, missing, files, now } = given
  const optional = Object.fromEntries(Object.entries(fields.optional).filter(([name]) => !missing.includes(name)))
  const whole: NewTicket = {
    to: account.mailbox,
    from: sinkAddress(ref.threadId, account.sinkDomain),
    subject: ticketSubject(state),
    // It gets the date on which the ticket is made.
    body: mirrorText(opener, isOld(opener, now, connection.integration.clockOffsetMs)).text,
    bodyType: 'PLAIN',
    source: settings.ticketSource,
    attachments: files,
    direction: 'in_behalf_of',
    customerId: state.thuliumCustomerId,
    tags: [tag, ...(isOutsideCrm(state) ? [outsideTag] : []), ...(state.routed?.tags ?? [])],
    categoryId: state.routed?.categoryId ?? settings.categoryId,
    queueId: state.routed?.queueId ?? settings.queueId,
    customFields: { ...optional, ...fields.marker },
  }
  return {
    parts: partsOf(whole, Object.keys(optional)),
    make: (leftOut) => ({
      ...leftOut.reduce((ticket, part) => part.without(ticket), whole),
      comment: [
        ...continuationNote(state),
        ticketComment(facts),
        ...leftOutNote(missing),
        ...leftOut.flatMap(({ refused }) => (refused ? [refusedNote(refused)] : [])),
      ].join('\n'),
    }),
  }
}

/** What matters least comes first. */
function partsOf(
  { source, tags = [], categoryId, queueId, customerId, attachments = [] }: NewTicket,
  fields: readonly string[],
): TicketPart[] {
  return [
    ...fields.map((name): TicketPart => ({
      words: [name],
      refused: { what: 'field', name },
      without: (ticket) => ({
        ...ticket,
        customFields: Object.fromEntries(Object.entries(ticket.customFields ?? {}).filter(([field]) => field !== name)),
      }),
    })),
    ...(source === safeSource
      ? []
      : [
          {
            words: ['source'],
            refused: { what: 'source', value: source, instead: safeSource } as const,
            lasting: `source/${source}`,
            without: (ticket: NewTicket) => ({ ...ticket, source: safeSource }),
          },
        ]),
    {
      words: ['tags', ...tags],
      refused: { what: 'tags', values: tags },
      lasting: `tags/${tags.join('/')}`,
      without: (ticket) => ({ ...ticket, tags: undefined }),
    },
    ...(categoryId === undefined
      ? []
      : [
          {
            words: ['category_id'],
            refused: { what: 'category', id: categoryId } as const,
            lasting: `category/${categoryId}`,
            without: (ticket: NewTicket) => ({ ...ticket, categoryId: undefined }),
          },
        ]),
    ...(attachments.length === 0
      ? []
      : [{ words: ['attachments'], without: (ticket: NewTicket) => ({ ...ticket, attachments: [] }) }]),
    ...(queueId === undefined
      ? []
      : [
          {
            words: ['ticket_queue_id'],
            refused: { what: 'queue', id: queueId } as const,
            lasting: `queue/${queueId}`,
            without: (ticket: NewTicket) => ({ ...ticket, queueId: undefined }),
          },
        ]),
    ...(customerId === undefined
      ? []
      : [
          {
            words: ['customer_id'],
            refused: { what: 'customer', id: customerId } as const,
            without: (ticket: NewTicket) => ({ ...ticket, customerId: undefined }),
          },
        ]),
  ]
}
