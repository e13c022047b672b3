import type { ConversationRef } from '@connector/domain'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import type { ConversationView } from '../routes/schemas.ts'

interface Row {
  integration_id: string
  thread_id: string
  subject: string
  customer_id: string | null
  customer_name: string | null
  order_id: string | null
  ticket_id: number | null
  message_count: number
  last_message_at: Date | null
  last_author: string | null
  replies_pending: number
  replies_sent: number
  changed_at: Date
  waiting: number
  parked: number
}

const viewOf = (row: Row): ConversationView => ({
  integrationId: row.integration_id,
  threadId: row.thread_id,
  subject: row.subject,
  customerId: row.customer_id,
  customerName: row.customer_name,
  orderId: row.order_id,
  ticketId: row.ticket_id,
  messageCount: row.message_count,
  lastMessageAt: row.last_message_at?.toISOString() ?? null,
  lastAuthor: row.last_author,
  repliesPending: row.replies_pending,
  repliesSent: row.replies_sent,
  changedAt: row.changed_at.toISOString(),
  waitingEffects: row.waiting,
  parkedEffects: row.parked,
})

/** Open effects are few, and the counts are taken only for the conversations that are shown. */
function readConversations(
  store: TenantStore,
  tenantId: string,
  which: { limit: number; only?: ConversationRef },
): Promise<ConversationView[]> {
  const { only, limit } = which
  const filter = only ? sql`and integration_id = ${only.integrationId} and thread_id = ${only.threadId}` : sql``
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<Row>`
      select c.*, e.waiting, e.parked
      from (
        select * from conversations where tenant_id = ${tenantId} ${filter} order by changed_at desc limit ${limit}
      ) c cross join lateral (
        select
          count(*) filter (where state <> 'parked') as waiting,
          count(*) filter (where state = 'parked') as parked
        from effects
        where tenant_id = c.tenant_id and integration_id = c.integration_id and thread_id = c.thread_id
          and state <> 'confirmed'
      ) e
      order by c.changed_at desc, c.integration_id, c.thread_id
    `.execute(db)
    return rows.map(viewOf)
  })
}

/** Newest change first. */
export const newestConversations = (store: TenantStore, tenantId: string, limit: number): Promise<ConversationView[]> =>
  readConversations(store, tenantId, { limit })

export const oneConversation = async (
  store: TenantStore,
  ref: ConversationRef,
): Promise<ConversationView | undefined> => (await readConversations(store, ref.tenantId, { limit: 1, only: ref }))[0]
