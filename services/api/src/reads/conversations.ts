import { defaultReplyDueHours, type ConversationRef } from '@connector/domain'
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
  outside_crm: boolean
  ticket_id: number | null
  message_count: number
  last_message_at: Date | null
  last_author: string | null
  replies_pending: number
  replies_sent: number
  reply_needed_since: Date | null
  reply_due_at: Date | null
  overdue: boolean
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
  outsideCrm: row.outside_crm,
  ticketId: row.ticket_id,
  messageCount: row.message_count,
  lastMessageAt: row.last_message_at?.toISOString() ?? null,
  lastAuthor: row.last_author,
  repliesPending: row.replies_pending,
  repliesSent: row.replies_sent,
  replyNeededSince: row.reply_needed_since?.toISOString() ?? null,
  replyDueAt: row.reply_due_at?.toISOString() ?? null,
  overdue: row.overdue,
  changedAt: row.changed_at.toISOString(),
  waitingEffects: row.waiting,
  parkedEffects: row.parked,
})

export interface ConversationFilter {
  limit: number
  /** Only those in which the buyer has waited longer than the settings allow, or only the others. */
  overdue?: boolean | undefined
}

/** When the buyer will have waited for too long, by the settings of the integration. */
const replyDueAt = sql<Date | null>`c.reply_needed_since
  + make_interval(hours => coalesce((i.settings->>'replyDueHours')::int, ${defaultReplyDueHours}))`

/** Open effects are few, and the counts are taken only for the conversations that are shown. */
function readConversations(
  store: TenantStore,
  tenantId: string,
  which: ConversationFilter & { only?: ConversationRef },
  now: Date,
): Promise<ConversationView[]> {
  const { only, limit, overdue } = which
  const isOverdue = sql<boolean>`coalesce(${replyDueAt} < ${now}, false)`
  const filters = [
    sql`c.tenant_id = ${tenantId}`,
    ...(only ? [sql`c.integration_id = ${only.integrationId} and c.thread_id = ${only.threadId}`] : []),
    // Said apart, so that the index of those that wait is used.
    ...(overdue === true ? [sql`c.reply_needed_since is not null`] : []),
    ...(overdue === undefined ? [] : [sql`${isOverdue} = ${overdue}`]),
  ]
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<Row>`
      select c.*, e.waiting, e.parked
      from (
        select c.*, ${replyDueAt} as reply_due_at, ${isOverdue} as overdue
        from conversations c left join integrations i using (tenant_id, integration_id)
        where ${sql.join(filters, sql` and `)} order by c.changed_at desc limit ${limit}
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
export const newestConversations = (
  store: TenantStore,
  tenantId: string,
  filter: ConversationFilter,
  now: Date,
): Promise<ConversationView[]> => readConversations(store, tenantId, filter, now)

export const oneConversation = async (
  store: TenantStore,
  ref: ConversationRef,
  now = new Date(),
): Promise<ConversationView | undefined> =>
  (await readConversations(store, ref.tenantId, { limit: 1, only: ref }, now))[0]
