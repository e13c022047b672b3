import type { FieldOwner } from '@connector/domain/events'
import type { CustomFields, ThuliumClient } from '@connector/thulium'
import { notOffered, unreadableBy, type PickList } from './pick-list.ts'
import { texts } from './texts.ts'

export interface CustomFieldItem {
  name: string
}

/** A field that is not filled in is there with null, so one record shows all of them (docs/outside/thulium.md: custom fields). */
const namesOf = (customFields: CustomFields | undefined): PickList<CustomFieldItem> =>
  customFields === undefined || Object.keys(customFields).length === 0
    ? notOffered(texts.fieldsNotLearned)
    : {
        items: Object.keys(customFields)
          .sort((one, other) => one.localeCompare(other, 'pl'))
          .map((name) => ({ name })),
        source: 'thulium',
        note: texts.fieldsLearned,
      }

async function ofCustomers(client: ThuliumClient, signal: AbortSignal): Promise<PickList<CustomFieldItem>> {
  const some = await client.someCustomers(1, signal)
  return some.ok ? namesOf(some.value.customers[0]?.customFields) : unreadableBy(some.failure, 'GET customers')
}

/** Rows of lists have no custom fields, so one ticket is read by itself. */
async function ofTickets(client: ThuliumClient, signal: AbortSignal): Promise<PickList<CustomFieldItem>> {
  const page = await client.tickets({ limit: 1, offset: 0 }, signal)
  if (!page.ok) return unreadableBy(page.failure, 'GET tickets')
  const [first] = page.value.tickets
  if (!first) return notOffered(texts.fieldsNotLearned)
  const ticket = await client.ticket(first.id, signal)
  return ticket.ok ? namesOf(ticket.value.customFields) : unreadableBy(ticket.failure, 'GET tickets/:id')
}

/** The names of custom fields, learned from a record: Thulium has no list of them. */
export const readCustomFields = (
  client: ThuliumClient,
  of: FieldOwner,
  signal: AbortSignal,
): Promise<PickList<CustomFieldItem>> => (of === 'ticket' ? ofTickets(client, signal) : ofCustomers(client, signal))
