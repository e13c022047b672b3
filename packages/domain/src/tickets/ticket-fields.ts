import type { ThuliumConnection } from '../events/tenant-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { customerIdentity } from '../buyers/customer.ts'
import { orderIdsOf, ordersOf } from '../conversation/known-orders.ts'
import { listField, productsField, statesField } from './order-text.ts'
import { conversationLink } from '../settings/panel-links.ts'
import { linkValues, orderLink, type TicketFacts } from './ticket.ts'

/** Values of a ticket's custom fields, by the name the tenant gave them. */
export interface TicketFields {
  /** The thread id: without it a ticket could not be found again. */
  marker: Record<string, string>
  /** Everything else; a ticket without them is better than no ticket. */
  optional: Record<string, string>
}

/** All fields of ours that the tenant wants, as far as their values are known. */
export function ticketFields(
  facts: TicketFacts,
  { threadField, orderField }: Pick<ThuliumConnection, 'threadField' | 'orderField'>,
  { ticketFields: names }: Pick<IntegrationSettings, 'ticketFields'>,
): TicketFields {
  const { threadId, state, links } = facts
  const orders = ordersOf(state)
  const orderIds = orderIdsOf(state)
  const customer = customerIdentity(threadId, state)
  const values = linkValues(facts)
  const wanted: (readonly [name: string | undefined, value: string | undefined])[] = [
    [orderField, listField(orderIds)],
    [names.customerId, customer.isBuyer ? customer.id : undefined],
    [names.orderLink, listField([...new Set(orderIds.flatMap((id) => orderLink(facts, id) ?? []))])],
    [names.orderState, statesField(orders)],
    [names.products, productsField(orders)],
    [names.conversationLink, conversationLink(links, values)],
  ]
  const optional: Record<string, string> = {}
  for (const [name, value] of wanted)
    if (name !== undefined && name !== threadField && value !== undefined && value !== '') optional[name] = value
  return { marker: { [threadField]: threadId }, optional }
}
