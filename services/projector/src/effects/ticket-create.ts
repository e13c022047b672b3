import {
  customerIdentity,
  mirrorText,
  orderIdOf,
  sinkAddress,
  ticketComment,
  ticketSubject,
  type OutcomeEvent,
  type PanelLinks,
} from '@connector/domain'
import { fromWrite, lookupFailed, notFound, refused, type EffectContext, type EffectHandler } from './handler.ts'

/** Thulium has no label of its own for us to set; the tag and the queue mark our tickets (Thulium reference 10.3). */
const source = 'www'
const tag = 'EmpikPlace'

/** Creates the ticket of a conversation with its first message; the thread id in a custom field is its mark. */
export function ticketCreateHandler(links: PanelLinks): EffectHandler {
  const created = ({ effect, state }: EffectContext, ticketId: number, how: 'done' | 'adopted'): OutcomeEvent => ({
    type: 'TicketCreated',
    data: { effectKey: effect.effectKey, ticketId, messageId: state.messages[0]?.messageId ?? '', how },
  })

  return {
    async perform(context) {
      const { connection, ref, state, signal } = context
      const { account, settings } = connection
      const [first] = state.messages
      const orderId = orderIdOf(state)
      const customer = customerIdentity(ref.threadId, state)
      if (!first || state.thuliumCustomerId === undefined)
        return refused('The conversation has no message or no CRM record yet, so no ticket can be made of it.')
      const result = await connection.thulium.createTicket(
        {
          to: account.mailbox,
          from: sinkAddress(ref.threadId, account.sinkDomain),
          subject: ticketSubject(state),
          body: mirrorText(first).text,
          bodyType: 'PLAIN',
          comment: ticketComment(ref.threadId, settings.shopId, customer.id, state, links),
          source,
          direction: 'in_behalf_of',
          customerId: state.thuliumCustomerId,
          tags: [tag, ...(state.routed?.tags ?? [])],
          categoryId: state.routed?.categoryId ?? settings.categoryId,
          queueId: state.routed?.queueId ?? settings.queueId,
          customFields: {
            [account.threadField]: ref.threadId,
            ...(account.orderField !== undefined && orderId !== undefined ? { [account.orderField]: orderId } : {}),
          },
        },
        signal,
      )
      return fromWrite(result, ({ ticketId }) => created(context, ticketId, 'done'))
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
          return { kind: 'done', event: created(context, id, 'adopted') }
      }
      return notFound
    },
  }
}
