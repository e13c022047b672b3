import {
  isOutsideCrm,
  leftOutNote,
  mirrorText,
  normaliseText,
  orderText,
  sinkAddress,
  sourceNote,
  ticketComment,
  ticketFields,
  ticketSubject,
  type OutcomeEvent,
} from '@connector/domain'
import type { Ticket } from '@connector/thulium'
import {
  fromWrite,
  lookupFailed,
  notFound,
  refused,
  toFailure,
  type EffectContext,
  type EffectHandler,
} from './handler.ts'
import type { MissingFields } from './missing-fields.ts'
import type { TicketFactsOf } from './ticket-facts.ts'

/** Whatever Thulium makes of the source, the tag and the queue mark our tickets (Thulium reference 10.3). */
const tag = 'EmpikPlace'
const outsideTag = 'EmpikPlace: spoza CRM'

/** The one of the documented sources that fits a marketplace best. */
const safeSource = 'www'

/** What of a ticket Thulium may refuse and can be done without. */
interface Doubtful {
  leftOut: readonly string[]
  source: string
}

/** Creates the ticket of a conversation with its first message; the thread id in a custom field is its mark. */
export function ticketCreateHandler(factsOf: TicketFactsOf, missingFields: MissingFields): EffectHandler {
  const created = (
    { effect, state }: EffectContext,
    ticketId: number,
    how: 'done' | 'adopted',
    orders: number,
  ): OutcomeEvent => ({
    type: 'TicketCreated',
    data: { effectKey: effect.effectKey, ticketId, messageId: state.messages[0]?.messageId ?? '', how, orders },
  })

  return {
    async perform(context) {
      const { connection, ref, state, signal } = context
      const { account, settings } = connection
      const [first] = state.messages
      const outside = isOutsideCrm(state)
      if (!first || (state.thuliumCustomerId === undefined && !state.leftOutside))
        return refused('The conversation has no message or no CRM record yet, so no ticket can be made of it.')
      const facts = factsOf(context)
      const { marker, optional } = ticketFields(facts, account, settings)
      const names = Object.keys(optional)

      const create = ({ leftOut, source }: Doubtful) =>
        connection.thulium.createTicket(
          {
            to: account.mailbox,
            from: sinkAddress(ref.threadId, account.sinkDomain),
            subject: ticketSubject(state),
            body: mirrorText(first).text,
            bodyType: 'PLAIN',
            comment: [
              ticketComment(facts),
              ...leftOutNote(leftOut),
              ...(source === settings.ticketSource ? [] : [sourceNote(settings.ticketSource, source)]),
            ].join('\n'),
            source,
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

      let doubtful: Doubtful = { leftOut: missingFields.known(connection, names), source: settings.ticketSource }
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
      return fromWrite(result, ({ ticketId }) => created(context, ticketId, 'done', state.orders.length))
    },

    async lookUp(context) {
      const { connection, ref, signal } = context
      const { threadField } = connection.account
      const found = await connection.thulium.tickets(
        { customFields: { [threadField]: ref.threadId }, limit: 100, offset: 0 },
        signal,
      )
      if (!found.ok) return lookupFailed(found.failure)
      const ids = found.value.tickets.map((ticket) => ticket.id).sort((a, b) => a - b)
      // How the search matches is not documented, and list rows may lack the field: each hit is read and checked.
      for (const id of ids) {
        const ticket = await connection.thulium.ticket(id, signal)
        if (!ticket.ok) return lookupFailed(ticket.failure)
        if (ticket.value.customFields?.[threadField] === ref.threadId)
          return { kind: 'done', event: created(context, id, 'adopted', ordersTold(context, ticket.value)) }
      }
      return notFound
    },
  }
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
