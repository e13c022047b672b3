import { markedTickets, type Connection } from '@connector/connections'
import { isOutsideCrm } from '@connector/domain/buyers'
import type { OutcomeEvent } from '@connector/domain/conversation'
import { effectKey } from '@connector/domain/effects'
import type { CustomField, MessageReceived } from '@connector/domain/events'
import { isMissing } from '@connector/domain/integration'
import { normaliseText } from '@connector/domain/text'
import {
  continuationNote,
  leftOutNote,
  mirrorText,
  orderText,
  sinkAddress,
  sourceNote,
  ticketComment,
  ticketFields,
  ticketSubject,
} from '@connector/domain/tickets'
import type { Ticket } from '@connector/thulium'
import {
  fromWrite,
  lookupFailed,
  notFound,
  refused,
  toFailure,
  waitsForField,
  type EffectContext,
  type EffectHandler,
} from './handler.ts'
import type { MissingFields } from './missing-fields.ts'
import type { TicketFactsOf } from './ticket-facts.ts'
import { uploadFiles } from './upload-files.ts'

/** Whatever Thulium makes of the source, the tag and the queue mark our tickets (docs/outside/thulium.md: tickets). */
const tag = 'EmpikPlace'
const outsideTag = 'EmpikPlace: spoza CRM'

/** The one of the documented sources that fits a marketplace best. */
const safeSource = 'www'

/** What of a ticket Thulium may refuse and can be done without. */
interface Doubtful {
  leftOut: readonly string[]
  source: string
  files: readonly string[]
}

/** The message that the ticket begins with: the first one, or the one at hand when an earlier ticket is gone. */
const openerOf = ({ effect, state }: EffectContext): MessageReceived | undefined =>
  effect.kind === 'message:mirror'
    ? state.messages.find(({ messageId }) => messageId === effect.subject)
    : state.messages[0]

const markerField = ({ account }: Connection): Pick<CustomField, 'of' | 'name'> => ({
  of: 'ticket',
  name: account.threadField,
})

/**
 * Creates the ticket of a conversation with its first message; the thread id in a custom field is its mark. A ticket that is
 * gone is followed by another one, created for the message that found none.
 */
export function ticketCreateHandler(factsOf: TicketFactsOf, missingFields: MissingFields): EffectHandler {
  const created = (
    context: EffectContext,
    ticketId: number,
    how: 'done' | 'adopted',
    orders: number,
  ): OutcomeEvent => ({
    type: 'TicketCreated',
    data: {
      effectKey: context.effect.effectKey,
      ticketId,
      messageId: openerOf(context)?.messageId ?? '',
      how,
      orders,
    },
  })

  return {
    async perform(context) {
      const { connection, ref, state, signal } = context
      const { account, settings } = connection
      const first = openerOf(context)
      const outside = isOutsideCrm(state)
      // Also where a person has given up on the link: the ticket matters more.
      const linkEnded =
        state.leftOutside || state.settled.has(effectKey('customer:link', ref.integrationId, ref.threadId))
      if (!first || (state.thuliumCustomerId === undefined && !linkEnded))
        return refused('The conversation has no message or no CRM record yet, so no ticket can be made of it.')
      // A Thulium that ignores names it does not know would keep a ticket that nobody can find again.
      if (isMissing(connection.integration, markerField(connection)))
        return waitsForField('not-done', markerField(connection))
      const facts = factsOf(context)
      const { marker, optional } = ticketFields(facts, account, settings)
      const names = Object.keys(optional)

      const create = ({ leftOut, source, files }: Doubtful) =>
        connection.thulium.createTicket(
          {
            to: account.mailbox,
            from: sinkAddress(ref.threadId, account.sinkDomain),
            subject: ticketSubject(state),
            body: mirrorText(first).text,
            bodyType: 'PLAIN',
            comment: [
              ...continuationNote(state),
              ticketComment(facts),
              ...leftOutNote(leftOut),
              ...(source === settings.ticketSource ? [] : [sourceNote(settings.ticketSource, source)]),
            ].join('\n'),
            source,
            attachments: files,
            direction: 'in_behalf_of',
            customerId: state.thuliumCustomerId,
            tags: [tag, ...(outside ? [outsideTag] : []), ...(state.routed?.tags ?? [])],
            categoryId: state.routed?.categoryId ?? settings.categoryId,
            queueId: state.routed?.queueId ?? settings.queueId,
            customFields: {
              ...Object.fromEntries(Object.entries(optional).filter(([name]) => !leftOut.includes(name))),
              ...marker,
            },
          },
          signal,
        )

      let doubtful: Doubtful = {
        leftOut: missingFields.known(connection, names),
        source: settings.ticketSource,
        files: await uploadFiles(context, first),
      }
      let result = await create(doubtful)
      const isRefused = () => result.outcome === 'not-done' && result.failure.class === 'refused'
      // A ticket without a field, or under another source, is better than no ticket.
      if (isRefused()) {
        const found = await missingFields.find(connection, names, signal)
        if (!found.ok) return { kind: 'not-done', failure: toFailure(found.failure) }
        if (found.missing.length > doubtful.leftOut.length) {
          doubtful = { ...doubtful, leftOut: found.missing }
          result = await create(doubtful)
        }
      }
      if (isRefused() && doubtful.source !== safeSource) result = await create({ ...doubtful, source: safeSource })
      if (isRefused()) {
        const found = await missingFields.find(connection, Object.keys(marker), signal)
        if (!found.ok) return { kind: 'not-done', failure: toFailure(found.failure) }
        if (found.missing.length > 0) return waitsForField('not-done', markerField(connection))
      }
      if (isRefused() && doubtful.files.length > 0)
        result = await create({ ...doubtful, source: safeSource, files: [] })
      return fromWrite(result, ({ ticketId }) => created(context, ticketId, 'done', state.orders.length))
    },

    async lookUp(context) {
      const { connection, ref, state, signal } = context
      const found = await markedTickets(connection, ref.threadId, state.lostTickets, signal)
      if (!found.ok)
        return found.fieldMissing
          ? waitsForField('lookup-failed', markerField(connection))
          : lookupFailed(found.failure)
      const isFirst = context.effect.kind === 'ticket:create' && state.lostTickets.length === 0
      const ours = found.tickets.find((ticket) => isFirst || beginsAnew(context, ticket))
      if (ours) return { kind: 'done', event: created(context, ours.id, 'adopted', ordersTold(context, ours)) }
      return notFound
    },
  }
}

/** Whether a ticket with our mark is the one that followed a lost one, rather than what an agent split off that. */
function beginsAnew(context: EffectContext, { messages }: Ticket): boolean {
  const opener = openerOf(context)
  const wanted = opener && normaliseText(mirrorText(opener).text)
  return messages.some(({ type, body }) => type === 'MAIL' && normaliseText(body) === wanted)
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
