import type { Connection } from '@connector/connections'
import type { CustomField } from '@connector/domain/events'
import { isMissing, observeField } from '@connector/domain/integration'
import type { Repository } from '@connector/repository'
import type { Customer, CustomFields, Ticket } from '@connector/thulium'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { OwnTickets } from './tickets.ts'

/**
 * Whether the custom fields we depend on are still there. Names are their keys, so a field that is renamed in the panel breaks
 * searching and writing without a word (docs/outside/thulium.md: custom fields). No list of fields can be had; a record shows those it could have.
 */
export interface FieldCheck {
  /** Looks at one own ticket and one CRM record when that is due; what cannot be read now is looked at next time. */
  run(connection: Connection, signal: AbortSignal): Promise<void>
  /** A ticket that was read anyway: without our field it brings the check forward. */
  seen(connection: Connection, ticket: Ticket): void
}

const rememberedIntegrations = 10_000

/** What could not be looked at is looked at again after this long. */
const againMs = 600_000

export function createFieldCheck(deps: {
  repository: Repository
  tickets: OwnTickets
  /** Time between two checks; while a field is missing every look checks. */
  everyMs: number
  now: () => Date
}): FieldCheck {
  const { repository, tickets, everyMs, now } = deps
  const checkedAt = new LRUCache<string, number>(atMost(rememberedIntegrations))

  async function observe(
    connection: Connection,
    of: CustomField['of'],
    name: string,
    fields: CustomFields | undefined,
  ): Promise<void> {
    // An answer without custom fields says nothing of them.
    if (!fields) return
    const isThere = Object.hasOwn(fields, name)
    if (isThere === !isMissing(connection.integration, { of, name })) return
    await repository.changeIntegration(connection.ref, 'poll:fields', (state) =>
      observeField(state, { of, name }, isThere),
    )
  }

  const keyOf = ({ ref }: Connection): string => `${ref.tenantId}/${ref.integrationId}`

  const lookAgain = (connection: Connection): void =>
    void checkedAt.set(keyOf(connection), now().getTime() - everyMs + Math.min(everyMs, againMs))

  return {
    seen(connection, { customFields }) {
      // An agent may have emptied the field of this one ticket, so the newest one decides.
      if (customFields && !Object.hasOwn(customFields, connection.account.threadField))
        checkedAt.delete(keyOf(connection))
    },
    async run(connection, signal) {
      const isDue = now().getTime() - (checkedAt.get(keyOf(connection)) ?? -Infinity) >= everyMs
      if (!isDue && connection.integration.missingFields.length === 0) return
      checkedAt.set(keyOf(connection), now().getTime())
      const { ticketId, customerId } = await tickets.newest(connection.ref)
      if (ticketId !== undefined) {
        const ticket = await connection.thulium.ticket(ticketId, signal)
        if (ticket.ok) await observe(connection, 'ticket', connection.account.threadField, ticket.value.customFields)
        else lookAgain(connection)
      }
      const customer = await customerToLookAt(connection, customerId, signal)
      if (customer === 'not read') lookAgain(connection)
      else if (customer) await observe(connection, 'customer', connection.settings.customerField, customer.customFields)
    },
  }
}

/** Any record shows the fields there are; the one we linked last is certain to have had ours. */
async function customerToLookAt(
  { thulium }: Connection,
  customerId: number | undefined,
  signal: AbortSignal,
): Promise<Customer | undefined | 'not read'> {
  const linked = customerId === undefined ? undefined : await thulium.customer(customerId, signal)
  if (linked?.ok) return linked.value
  const some = await thulium.someCustomers(1, signal)
  return some.ok ? some.value.customers[0] : 'not read'
}
