import { markedTickets } from '@connector/connections'
import { normaliseText } from '@connector/domain/text'
import {
  isMergedStatus,
  leftOutNote,
  orderText,
  textsInTicket,
  ticketFields,
  type TicketFields,
} from '@connector/domain/tickets'
import { FailureCode, type Failure } from '@connector/outbound-http'
import type { Ticket } from '@connector/thulium'
import { lookupFailed, waitsForField, type EffectContext, type Result } from './handler.ts'
import { created, markerField, openerOf } from './ticket-created.ts'
import type { TicketFactsOf } from './ticket-facts.ts'

/** Looks whose answer may hide the ticket, over 22 min; then a person has to look. */
const looksInDoubt = 5

const afterLong = ({ effect }: EffectContext, why: Failure): Failure =>
  why.code === FailureCode.inDoubt && effect.progress.doubts >= looksInDoubt ? { ...why, class: 'refused' } : why

/** Fields that the account has and the ticket has not filled: an unanswered try was taken without them. */
function fieldsLacking({ optional }: TicketFields, { customFields }: Ticket): string[] {
  return Object.keys(optional).filter(
    (name) => customFields && Object.hasOwn(customFields, name) && !customFields[name],
  )
}

/** Whether a ticket with our mark is the one that followed a lost one, rather than what an agent split off that. */
function beginsAnew(context: EffectContext, { messages }: Ticket): boolean {
  const opener = openerOf(context)
  const wanted = new Set(opener && textsInTicket(opener).map(normaliseText))
  return messages.some(({ type, body }) => type === 'MAIL' && wanted.has(normaliseText(body)))
}

/** How many records of the order a ticket tells of that an earlier, unanswered try made. */
function ordersTold({ state }: EffectContext, { messages }: Ticket): number {
  const comments = messages.map(({ comment }) => normaliseText(comment))
  const told = state.orders.findLastIndex((order) => {
    const text = normaliseText(orderText(order).join('\n'))
    return comments.some((comment) => comment.includes(text))
  })
  return told + 1
}

/** Of which missing fields it tells. */
function fieldsTold({ optional }: TicketFields, { messages }: Ticket): string[] {
  const comments = messages.map(({ comment }) => normaliseText(comment))
  return Object.keys(optional).filter((name) => {
    const note = normaliseText(leftOutNote([name]).join('\n'))
    return comments.some((comment) => comment.includes(note))
  })
}

/** The ticket that an earlier try may have made. */
export async function findTicket(factsOf: TicketFactsOf, context: EffectContext): Promise<Result> {
  const { connection, ref, state, signal } = context
  const found = await markedTickets(connection, ref.threadId, state.lostTickets, signal)
  if (!found.ok)
    return found.fieldMissing
      ? waitsForField('lookup-failed', markerField(connection))
      : lookupFailed(afterLong(context, found.failure))
  const isFirst = context.effect.kind === 'ticket:create' && state.lostTickets.length === 0
  const candidates = found.tickets.filter((ticket) => isFirst || beginsAnew(context, ticket))
  // A shell that a merge left behind only where nothing else has the mark.
  const { mergedStatus } = connection.settings
  const ours = candidates.find(({ statusName }) => !isMergedStatus(statusName, mergedStatus)) ?? candidates[0]
  if (ours) {
    const fields = ticketFields(factsOf(context), connection.account, connection.settings)
    return {
      kind: 'done',
      event: created(context, ours.id, {
        how: 'adopted',
        orders: ordersTold(context, ours),
        fieldsRefused: fieldsLacking(fields, ours),
        fieldsMissing: fieldsTold(fields, ours),
        createdAt: ours.createdAt,
      }),
    }
  }
  return { kind: 'not-found', bySearch: true }
}
