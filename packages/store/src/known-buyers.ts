import { sql } from 'kysely'
import type { Query } from './connect.ts'

export interface BuyerOfThread {
  threadId: string
  customerId: string
}

/**
 * Which of these conversations are with a buyer who has had a ticket from another conversation of the tenant already.
 * Conversations that wait for a reason to open one do not count: they hold nothing but the shop's own mails.
 * @param tenantId also where the store shows one tenant only, since the index begins with it
 */
export async function withKnownBuyers(
  db: Query,
  { tenantId, integrationId }: { tenantId: string; integrationId: string },
  asked: readonly BuyerOfThread[],
): Promise<Set<string>> {
  if (asked.length === 0) return new Set()
  const { rows } = await sql<{ thread_id: string }>`
    select asked.thread_id
    from unnest(
      ${asked.map(({ threadId }) => threadId)}::text[], ${asked.map(({ customerId }) => customerId)}::text[]
    ) as asked (thread_id, customer_id)
    where exists (
      select 1 from conversations c
      where c.tenant_id = ${tenantId} and c.customer_id = asked.customer_id
        and (c.integration_id, c.thread_id) <> (${integrationId}, asked.thread_id)
        and (c.planning ->> 'ticketPlanned')::boolean)
  `.execute(db)
  return new Set(rows.map((row) => row.thread_id))
}
