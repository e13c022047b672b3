import { erasedText } from '@connector/domain/events'
import type { OperationContext } from '@connector/operations'
import type { Query } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'

export const conversation = z.object({ integrationId: z.string(), threadId: z.string() })
type Conversation = z.infer<typeof conversation>

/** The conversations to erase, those of before left out. @param before the ones that were given last */
export type Whom = (
  db: Query,
  context: Pick<OperationContext, 'tenantId' | 'scope'>,
  before: readonly Conversation[],
) => Promise<Conversation[]>

const nameOf = ({ integrationId, threadId }: Conversation): string => JSON.stringify([integrationId, threadId])

/** All of one buyer, by the id that EmpikPlace has given him, or one conversation. At the end those that he began meanwhile. */
export const ofBuyer: Whom = async (db, { tenantId, scope }, before) => {
  const { integrationId, threadId, customerId } = scope
  if (integrationId !== undefined && threadId !== undefined)
    return before.length === 0 ? [{ integrationId, threadId }] : []
  const { rows } = await sql<Conversation>`
    select integration_id as "integrationId", thread_id as "threadId" from conversations
    where tenant_id = ${tenantId} and customer_id = ${customerId ?? ''}
      and ${integrationId === undefined ? sql`true` : sql`integration_id = ${integrationId}`}
    order by integration_id, thread_id
  `.execute(db)
  const known = new Set(before.map(nameOf))
  return rows.filter((row) => !known.has(nameOf(row)))
}

/** Held in the cursor at once. */
const pageSize = 200

/** Those of buyers who have written nothing since a time, in any shop of the tenant, and who are not erased already. */
export const quiet: Whom = async (db, { tenantId, scope }, before) => {
  const last = before.at(-1)
  const { rows } = await sql<Conversation>`
    select c.integration_id as "integrationId", c.thread_id as "threadId" from conversations c
    where c.tenant_id = ${tenantId} and c.last_message_at < ${scope.until ?? '-infinity'}::timestamptz
      and c.subject <> ${erasedText}
      and (c.integration_id, c.thread_id) > (${last?.integrationId ?? ''}, ${last?.threadId ?? ''})
      and ${scope.integrationId === undefined ? sql`true` : sql`c.integration_id = ${scope.integrationId}`}
      and ${scope.threadId === undefined ? sql`true` : sql`c.thread_id = ${scope.threadId}`}
      and not exists (
        select from conversations o
        where o.tenant_id = c.tenant_id and o.customer_id = c.customer_id
          and o.last_message_at >= ${scope.until ?? '-infinity'}::timestamptz)
    order by c.integration_id, c.thread_id limit ${pageSize}
  `.execute(db)
  return rows
}
