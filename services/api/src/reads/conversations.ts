import { defaultReplyDueHours } from '@connector/domain/settings'
import type { ConversationRef } from '@connector/domain/words'
import type { Row, TenantStore } from '@connector/store'
import { sql, type RawBuilder } from 'kysely'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import type { ConversationCounts, ConversationView } from '../schemas/views.ts'
import { wordQueries } from './word-queries.ts'

interface ConversationRow extends Row<'conversations'> {
  reply_due_at: Date | null
  unanswered_due_at: Date | null
  first_due_at: Date
  reply_overdue: boolean
  unanswered_overdue: boolean
  ticket_closed: boolean
  waiting: number
  parked: number
}

const viewOf = (row: ConversationRow): ConversationView => ({
  integrationId: row.integration_id,
  threadId: row.thread_id,
  subject: row.subject,
  customerId: row.customer_id,
  customerName: row.customer_name,
  orderId: row.order_id,
  orderIds: row.order_ids,
  outsideCrm: row.outside_crm,
  ticketId: row.ticket_id,
  ticketClosed: row.ticket_closed,
  messageCount: row.message_count,
  lastMessageAt: row.last_message_at?.toISOString() ?? null,
  lastAuthor: row.last_author,
  lastWords: row.last_words,
  hasFiles: row.has_files,
  hasIncident: row.incident_orders.length > 0,
  repliesPending: row.replies_pending,
  repliesSent: row.replies_sent,
  replyNeededSince: row.reply_needed_since?.toISOString() ?? null,
  replyDueAt: row.reply_due_at?.toISOString() ?? null,
  unansweredSince: row.unanswered_since?.toISOString() ?? null,
  unansweredDueAt: row.unanswered_due_at?.toISOString() ?? null,
  overdue: row.reply_overdue || row.unanswered_overdue,
  unansweredOverdue: row.unanswered_overdue,
  changedAt: row.changed_at.toISOString(),
  waitingEffects: row.waiting,
  parkedEffects: row.parked,
})

export interface ConversationFilter {
  limit: number
  cursor?: string | undefined
  integrationId?: string | undefined
  /** Only those in which EmpikPlace, or the buyer for a person, has waited longer than the settings allow, or only the others. */
  overdue?: boolean | undefined
  /** Only those with a write that needs a person, or only the others. */
  parked?: boolean | undefined
  /** Only those in which EmpikPlace waits for the shop's answer, or only the others. */
  waiting?: boolean | undefined
  outsideCrm?: boolean | undefined
  /** Only those of this buyer. */
  customerId?: string | undefined
  lastAuthor?: string | undefined
  /** As of the last look at the ticket. */
  ticket?: 'none' | 'open' | 'closed' | undefined
  /** Beginning of the order number, part of the buyer's name, number of the ticket, or words of what was written. */
  search?: string | undefined
  /** What is due first comes first, and what is not due last; else the last change first. */
  sort?: 'changed' | 'due' | undefined
}

const isParked = sql<boolean>`exists (
  select 1 from effects e
  where e.tenant_id = c.tenant_id and e.integration_id = c.integration_id and e.thread_id = c.thread_id
    and e.state = 'parked')`

const isClosed = sql<boolean>`exists (
  select 1 from ticket_reads r where r.tenant_id = c.tenant_id and r.ticket_id = c.ticket_id and r.closed)`

const ticketConditions = {
  none: sql<boolean>`c.ticket_id is null`,
  open: sql<boolean>`(c.ticket_id is not null and not ${isClosed})`,
  closed: sql<boolean>`(c.ticket_id is not null and ${isClosed})`,
}

/** Text that `like` takes as it is. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Ticket numbers fit in a bigint. */
const ticketNumber = /^\d{1,18}$/

function found(text: string): RawBuilder<boolean> {
  const like = literally(text)
  const ticket = ticketNumber.test(text) ? sql`c.ticket_id = ${text}::bigint` : sql`false`
  const queries = wordQueries(text)
  const written =
    queries.length === 0
      ? sql`false`
      : sql`(c.integration_id, c.thread_id) in (select * from conversations_with_words(${queries}::text[]))`
  return sql<boolean>`(exists (select from unnest(c.order_ids) as id where id ilike ${`${like}%`}) or c.customer_name ilike ${`%${like}%`} or ${ticket} or ${written})`
}

/** Integration ids have no slash. */
const keyOf = (row: ConversationRow): string => `${row.integration_id}/${row.thread_id}`

function after(cursor: string, sort: ConversationFilter['sort']): RawBuilder<boolean> {
  const { at, key } = fromCursor(cursor)
  const [integrationId = ''] = key.split('/', 1)
  const threadId = key.slice(integrationId.length + 1)
  if (sort === 'due')
    return sql<boolean>`(${firstDueAt}, c.integration_id, c.thread_id) > (${at}, ${integrationId}, ${threadId})`
  return sql<boolean>`c.changed_at <= ${at} and (
    c.changed_at < ${at} or (c.integration_id, c.thread_id) > (${integrationId}, ${threadId}))`
}

/** When somebody who waits since then will have waited for too long, by the settings of the integration. */
const dueAt = (since: RawBuilder<unknown>): RawBuilder<Date | null> => sql<Date | null>`${since}
  + make_interval(hours => coalesce((i.settings->>'replyDueHours')::int, ${defaultReplyDueHours}))`
const replyDueAt = dueAt(sql`c.reply_needed_since`)
const unansweredDueAt = dueAt(sql`c.unanswered_since`)
/** What nobody waits for is due last. A cursor carries milliseconds, so no more than those are compared. */
const firstDueAt = sql<Date>`date_trunc('milliseconds',
  coalesce(least(${replyDueAt}, ${unansweredDueAt}), timestamptz '9999-01-01 00:00:00Z'))`

/** On us: EmpikPlace waits, or the customer for a person, whom no automatic answer is. */
const isWaiting = sql<boolean>`(c.reply_needed_since is not null or c.unanswered_since is not null)`

const isPast = (date: RawBuilder<Date | null>, now: Date) => sql<boolean>`coalesce(${date} < ${now}, false)`
const isLate = (now: Date) => sql<boolean>`(${isPast(replyDueAt, now)} or ${isPast(unansweredDueAt, now)})`

/** Open effects are few, and the counts are taken only for the conversations that are shown. */
function readConversations(
  store: TenantStore,
  tenantId: string,
  which: ConversationFilter & { only?: ConversationRef },
  now: Date,
): Promise<Page<ConversationView>> {
  const { only, limit, overdue, parked, waiting, outsideCrm, lastAuthor, ticket, search, cursor, integrationId, sort } =
    which
  const order =
    sort === 'due'
      ? sql`first_due_at, c.integration_id, c.thread_id`
      : sql`c.changed_at desc, c.integration_id, c.thread_id`
  const filters = [
    sql`c.tenant_id = ${tenantId}`,
    ...(only ? [sql`c.integration_id = ${only.integrationId} and c.thread_id = ${only.threadId}`] : []),
    // Said apart, so that the indexes of those that wait are used.
    ...(overdue === true ? [isWaiting] : []),
    ...(overdue === undefined ? [] : [sql`${isLate(now)} = ${overdue}`]),
    ...(parked === undefined ? [] : [sql`${isParked} = ${parked}`]),
    ...(waiting === undefined ? [] : [waiting ? isWaiting : sql`not ${isWaiting}`]),
    ...(outsideCrm === undefined ? [] : [sql`c.outside_crm = ${outsideCrm}`]),
    ...(which.customerId === undefined ? [] : [sql`c.customer_id = ${which.customerId}`]),
    ...(lastAuthor === undefined ? [] : [sql`c.last_author = ${lastAuthor}`]),
    ...(ticket === undefined ? [] : [ticketConditions[ticket]]),
    ...(search === undefined ? [] : [found(search)]),
    ...(integrationId === undefined ? [] : [sql`c.integration_id = ${integrationId}`]),
    ...(cursor === undefined ? [] : [after(cursor, sort)]),
  ]
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<ConversationRow>`
      select c.*, e.waiting, e.parked, ${isClosed} as ticket_closed
      from (
        select c.*, ${replyDueAt} as reply_due_at, ${unansweredDueAt} as unanswered_due_at,
          ${isPast(replyDueAt, now)} as reply_overdue, ${isPast(unansweredDueAt, now)} as unanswered_overdue,
          ${firstDueAt} as first_due_at
        from conversations c left join integrations i using (tenant_id, integration_id)
        where ${sql.join(filters, sql` and `)} order by ${order} limit ${limit + 1}
      ) c cross join lateral (
        select
          count(*) filter (where state <> 'parked') as waiting,
          count(*) filter (where state = 'parked') as parked
        from effects
        where tenant_id = c.tenant_id and integration_id = c.integration_id and thread_id = c.thread_id
          and state <> 'confirmed'
      ) e
      order by ${order}
    `.execute(db)
    const placeOf = (row: ConversationRow): Date => (sort === 'due' ? row.first_due_at : row.changed_at)
    return toPage(rows, limit, viewOf, (row) => ({ at: placeOf(row), key: keyOf(row) }))
  })
}

/** Newest change first. */
export const newestConversations = (
  store: TenantStore,
  tenantId: string,
  filter: ConversationFilter,
  now: Date,
): Promise<Page<ConversationView>> => readConversations(store, tenantId, filter, now)

export const oneConversation = async (
  store: TenantStore,
  ref: ConversationRef,
  now = new Date(),
): Promise<ConversationView | undefined> =>
  (await readConversations(store, ref.tenantId, { limit: 1, only: ref }, now)).items[0]

/** How many conversations each view shows, of those that a search or a shop leaves. */
export const countConversations = (
  store: TenantStore,
  tenantId: string,
  { integrationId, search }: Pick<ConversationFilter, 'integrationId' | 'search'>,
  now: Date,
): Promise<ConversationCounts> =>
  store.inTenant(tenantId, async (db) => {
    const filters = [
      sql`c.tenant_id = ${tenantId}`,
      ...(search === undefined ? [] : [found(search)]),
      ...(integrationId === undefined ? [] : [sql`c.integration_id = ${integrationId}`]),
    ]
    const { rows } = await sql<ConversationCounts>`
      with stuck as materialized (
        select distinct integration_id, thread_id from effects where tenant_id = ${tenantId} and state = 'parked')
      select count(*)::int as "all",
        count(*) filter (where ${isWaiting})::int as waiting,
        count(*) filter (where ${isLate(now)})::int as overdue,
        count(*) filter (where c.last_author = 'operator')::int as operator,
        count(*) filter (where c.outside_crm)::int as "outsideCrm",
        count(*) filter (where (c.integration_id, c.thread_id) in (select * from stuck))::int as parked
      from conversations c left join integrations i using (tenant_id, integration_id)
      where ${sql.join(filters, sql` and `)}
    `.execute(db)
    return rows[0] ?? { all: 0, waiting: 0, overdue: 0, operator: 0, outsideCrm: 0, parked: 0 }
  })
