import type { OutcomeEvent } from '@connector/domain/conversation'
import { fromWrite, lookupFailed, notFound, refused, type EffectContext, type EffectHandler } from './handler.ts'

/** Gives a closed ticket in which the buyer wrote the status of the settings. Doing it twice harms nothing. */
export const ticketReopenHandler: EffectHandler = {
  async perform(context) {
    const { connection, signal } = context
    const wanted = wantedIn(context)
    if (!wanted)
      return refused('The ticket that was to be opened again is not the ticket of the conversation any more.')
    const { ticketId, statusId } = wanted
    const read = await connection.thulium.ticket(ticketId, signal)
    if (!read.ok) return { ...lookupFailed(read.failure), kind: 'not-done' }
    // An agent, or Thulium, was first: their status stays.
    if (!read.value.isClosed) return { kind: 'done', event: reopened(context, ticketId, 'observed') }
    const result = await connection.thulium.updateTicket(ticketId, { statusId }, signal)
    return fromWrite(result, () => reopened(context, ticketId, 'done'))
  },

  async lookUp(context) {
    const wanted = wantedIn(context)
    if (!wanted) return notFound
    const read = await context.connection.thulium.ticket(wanted.ticketId, context.signal)
    if (!read.ok) return lookupFailed(read.failure)
    return read.value.isClosed ? notFound : { kind: 'done', event: reopened(context, wanted.ticketId, 'adopted') }
  },
}

/** What was asked for, as long as it is about the present ticket. */
function wantedIn({ effect, state }: EffectContext): { ticketId: number; statusId: number } | undefined {
  const asked = state.reopenings.find(({ entryId }) => String(entryId) === effect.subject)
  return asked?.statusId === undefined || asked.ticketId !== state.ticketId
    ? undefined
    : { ticketId: asked.ticketId, statusId: asked.statusId }
}

const reopened = ({ effect }: EffectContext, ticketId: number, how: 'done' | 'adopted' | 'observed'): OutcomeEvent => ({
  type: 'TicketReopened',
  data: { effectKey: effect.effectKey, ticketId, how },
})
