import { isDeepStrictEqual } from 'node:util'
import type { OutcomeEvent } from '@connector/domain/conversation'
import { refusedFields } from '@connector/domain/effects'
import { ticketFields } from '@connector/domain/tickets'
import {
  fromWrite,
  lookupFailed,
  notFound,
  toFailure,
  type EffectContext,
  type EffectHandler,
  type Result,
} from './handler.ts'
import type { MissingFields } from './missing-fields.ts'
import type { TicketFactsOf } from './ticket-facts.ts'

/**
 * Brings the custom fields of a ticket up to date after its order changed. Always the whole set of our own: whether
 * Thulium merges fields or replaces them is not documented. Doing it twice harms nothing.
 */
export function ticketUpdateHandler(factsOf: TicketFactsOf, missingFields: MissingFields): EffectHandler {
  /** As they were after so many recordings of orders. */
  const fieldsAfter = (context: EffectContext, count: number) =>
    ticketFields(
      factsOf({ ...context, state: { ...context.state, orders: context.state.orders.slice(0, count) } }),
      context.connection.account,
      context.connection.settings,
    )

  /** Whether the order that was recorded as the `count`th shows in other fields than what was known before it. */
  function isShown(context: EffectContext, count: number): boolean {
    if (count > context.state.orders.length) return false
    const fields = fieldsAfter(context, count)
    return count > 1
      ? !isDeepStrictEqual(fields, fieldsAfter(context, count - 1))
      : Object.keys(fields.optional).length > 0
  }

  return {
    async perform(context) {
      const { connection, effect, state, signal } = context
      const { ticketId } = state
      // Without a ticket there is nothing to bring up to date: the next one is made from what is known by then.
      if (ticketId === undefined || (effect.subject !== refusedFields && !isShown(context, Number(effect.subject))))
        return updated(context, ticketId ?? 0, [])

      const { marker, optional } = ticketFields(factsOf(context), connection.account, connection.settings)
      const write = async (leftOut: readonly string[]): Promise<Result> => {
        const kept = Object.entries(optional).filter(([name]) => !leftOut.includes(name))
        const customFields = { ...Object.fromEntries(kept), ...marker }
        const result = await connection.thulium.updateTicket(ticketId, { customFields }, signal)
        const failure = result.outcome === 'unknown' ? toFailure(result.failure) : undefined
        // Writing the same values again harms nothing; but what a gateway refuses for ever is to be told, so it is looked up.
        if (failure && !failure.byGateway) return { kind: 'not-done', failure }
        return fromWrite(result, () => updatedEvent(context, ticketId, Object.keys(customFields), leftOut))
      }
      const names = Object.keys(optional)
      const result = await write(missingFields.known(connection, names))
      if (result.kind !== 'not-done' || result.failure.failureClass !== 'refused') return result
      const found = await missingFields.find(connection, names, signal)
      if (!found.ok) return { kind: 'not-done', failure: toFailure(found.failure) }
      return found.missing.length > 0 ? write(found.missing) : result
    },

    /** Nothing is found out here but whether Thulium answers otherwise: then the gateway refuses this very write. */
    async lookUp({ connection, effect, state, signal }) {
      if (effect.progress.ambiguousSends === 0 || state.ticketId === undefined) return notFound
      const ticket = await connection.thulium.ticket(state.ticketId, signal)
      return ticket.ok || ticket.failure.class === 'refused' ? notFound : lookupFailed(ticket.failure)
    },
  }
}

const updatedEvent = (
  { effect, state }: EffectContext,
  ticketId: number,
  fields: string[],
  missing: readonly string[] = [],
): OutcomeEvent => {
  const told = new Set(state.fieldsTold.flatMap((told) => (told.ticketId === ticketId ? told.names : [])))
  const fieldsMissing = missing.filter((name) => !told.has(name))
  return {
    type: 'TicketUpdated',
    data: { effectKey: effect.effectKey, ticketId, fields, ...(fieldsMissing.length > 0 ? { fieldsMissing } : {}) },
  }
}

const updated = (context: EffectContext, ticketId: number, fields: string[]): Result => ({
  kind: 'done',
  event: updatedEvent(context, ticketId, fields),
})
