import { isDeepStrictEqual } from 'node:util'
import type { OrderRecorded } from '../events/conversation-events.ts'
import { erasedText } from '../events/personal.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { isErased } from './erased.ts'
import type { ConversationState } from './state.ts'

/** Names vanish when a buyer is anonymised; a known one is never overwritten with nothing. */
function withKnownNames(seen: OrderRecorded, known: OrderRecorded | undefined): OrderRecorded {
  if (!known) return seen
  const { customer } = seen
  return {
    ...seen,
    customer: {
      ...customer,
      firstName: customer.firstName === '' ? nameOf(known.customer.firstName) : customer.firstName,
      lastName: customer.lastName === '' ? nameOf(known.customer.lastName) : customer.lastName,
    },
  }
}

/** Names vanish when a buyer is erased, too; what stands in their place is none. */
const nameOf = (name: string): string => (name === erasedText ? '' : name)

/**
 * Records an order as it is now, if that is not how it is known. Of a buyer who was erased and has not written since nothing is
 * recorded anew.
 */
export function recordOrder(state: ConversationState, seen: OrderRecorded): ConversationEvent[] {
  if (isErased(state)) return []
  const known = state.orders.findLast(({ orderId }) => orderId === seen.orderId)
  const order = withKnownNames(seen, known)
  // The log may hand keys back in another order, so equality is structural.
  return isDeepStrictEqual(order, known) ? [] : [{ type: 'OrderRecorded', data: order }]
}
