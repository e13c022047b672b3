import type { ConversationRef, IntegrationRef } from '@connector/domain/words'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import type { Reading } from './unchanged.ts'

/** A ticket of ours, the conversation behind it, and what its last reading tells. */
export interface OwnTicket {
  ticketId: number
  ref: ConversationRef
  /** Undefined when it was never read. */
  last: Reading | undefined
}

/** Integrations of one tenant. */
export interface Shops {
  tenantId: string
  integrationIds: readonly string[]
}

/** What is read although nothing says that it changed. */
interface Unchanged {
  /** Those whose turn it is, read longest ago first, as many as may be read now. */
  tickets: OwnTicket[]
  /** All whose turn it is. */
  due: number
}

/** What the sweep asks for. */
interface Asked {
  now: Date
  sweepMs: number
  limit: number
  /** Tickets that are read anyway. */
  except: readonly number[]
}

export interface OwnTickets {
  /** Which of these tickets belong to conversations of these integrations; an account holds tickets of everybody. */
  among(shops: Shops, ticketIds: readonly number[]): Promise<OwnTicket[]>
  /** Tickets that must be read: a reply settles in them, or they changed and could not be read. */
  waiting(shops: Shops): Promise<OwnTicket[]>
  /** For the sweep: tickets never read, open ones read longer ago than `sweepMs`, and for two weeks those that are closed. */
  unchanged(shops: Shops, asked: Asked): Promise<Unchanged>
  /** The newest ticket of an integration and the CRM record of its buyer. */
  newest(ref: IntegrationRef): Promise<{ ticketId?: number; customerId?: number }>
  markRead(tenantId: string, ticketId: number, reading: Reading, closed: boolean): Promise<void>
  /** These changed and could not be read: they wait until they can be, however far the looks have come by then. */
  owe(tenantId: string, ticketIds: readonly number[]): Promise<void>
}

/** Closed tickets are still looked at daily, for 14 days: an agent may answer in one without reopening it. */
const closedEveryMs = 24 * 3_600_000
const closedForMs = 14 * 24 * 3_600_000

interface Row {
  tenant_id: string
  integration_id: string
  thread_id: string
  ticket_id: number
  read_at: Date | null
  shown_updated_at: Date | null
  minute_over: boolean
}

const toOwn = (row: Row): OwnTicket => ({
  ticketId: row.ticket_id,
  ref: { tenantId: row.tenant_id, integrationId: row.integration_id, threadId: row.thread_id },
  last: row.read_at
    ? { readAt: row.read_at, shown: row.shown_updated_at ?? undefined, minuteOver: row.minute_over }
    : undefined,
})

const columns = sql`c.tenant_id, c.integration_id, c.thread_id, c.ticket_id, r.read_at, r.shown_updated_at,
  r.unchanged_while is not null as minute_over`

const ofShops = ({ tenantId, integrationIds }: Shops) => sql`
  from conversations c left join ticket_reads r using (tenant_id, ticket_id)
  where c.tenant_id = ${tenantId} and c.integration_id = any(${integrationIds}) and c.ticket_id is not null`

const replySettles = sql`exists (
  select 1 from reply_sightings s where s.tenant_id = c.tenant_id and s.ticket_id = c.ticket_id)`

export function createOwnTickets({ db }: WorkerStore): OwnTickets {
  const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms)
  return {
    async among(shops, ticketIds) {
      if (ticketIds.length === 0) return []
      const { rows } = await sql<Row>`
        select ${columns} ${ofShops(shops)} and c.ticket_id = any(${ticketIds}::bigint[])
      `.execute(db)
      return rows.map(toOwn)
    },
    async waiting(shops) {
      const { rows } = await sql<Row>`
        select ${columns} ${ofShops(shops)} and (r.owed or ${replySettles}) order by r.read_at
      `.execute(db)
      return rows.map(toOwn)
    },
    async unchanged(shops, { now, sweepMs, limit, except }) {
      const swept = before(now, sweepMs)
      const { rows } = await sql<Row & { due: number }>`
        select ${columns}, count(*) over ()::int as due ${ofShops(shops)}
          and r.owed is not true and not ${replySettles} and c.ticket_id <> all(${except}::bigint[])
          and (
            r.read_at is null
            or (not r.closed and r.read_at <= ${swept})
            or (r.closed and c.changed_at >= ${before(now, closedForMs)}
              and (r.read_at <= ${before(now, closedEveryMs)} or (c.changed_at > r.read_at and r.read_at <= ${swept})))
          )
        order by r.read_at nulls first limit ${limit}
      `.execute(db)
      return { tickets: rows.map(toOwn), due: rows[0]?.due ?? 0 }
    },
    async newest({ tenantId, integrationId }) {
      const row = await db
        .selectFrom('conversations')
        .select(['ticket_id', 'thulium_customer_id'])
        .where('tenant_id', '=', tenantId)
        .where('integration_id', '=', integrationId)
        .where('ticket_id', 'is not', null)
        .orderBy('ticket_id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return {
        ...(row?.ticket_id ? { ticketId: row.ticket_id } : {}),
        ...(row?.thulium_customer_id ? { customerId: row.thulium_customer_id } : {}),
      }
    },
    async markRead(tenantId, ticketId, { readAt, shown, minuteOver }, closed) {
      const reading = {
        read_at: readAt,
        shown_updated_at: shown ?? null,
        unchanged_while: (minuteOver && shown) || null,
        closed,
        owed: false,
      }
      await db
        .insertInto('ticket_reads')
        .values({ tenant_id: tenantId, ticket_id: ticketId, ...reading })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'ticket_id']).doUpdateSet(reading))
        .execute()
    },
    async owe(tenantId, ticketIds) {
      if (ticketIds.length === 0) return
      await sql`
        insert into ticket_reads (tenant_id, ticket_id, read_at, closed, owed)
        select ${tenantId}, ticket_id, 'epoch', false, true from unnest(${ticketIds}::bigint[]) as owed (ticket_id)
        on conflict (tenant_id, ticket_id) do update set owed = true
      `.execute(db)
    },
  }
}
