import type { ConversationRef, IntegrationRef } from '@connector/domain/words'
import { createBatcher } from '@connector/service-kit'
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
  /** When it is the turn of the next one, if all stay as they are. */
  nextAt: Date | undefined
}

/** What a look asks for whether or not anything has changed. */
interface Waiting {
  tickets: OwnTicket[]
  /** When a conversation of the account changed last; before the first one, undefined. */
  changedAt: Date | undefined
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
  waiting(shops: Shops): Promise<Waiting>
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
  shown_since: Date | null
  minute_over: boolean
}

const toOwn = (row: Row): OwnTicket => ({
  ticketId: row.ticket_id,
  ref: { tenantId: row.tenant_id, integrationId: row.integration_id, threadId: row.thread_id },
  last: row.read_at
    ? {
        readAt: row.read_at,
        shown: row.shown_updated_at ?? undefined,
        shownSince: row.shown_since ?? row.read_at,
        minuteOver: row.minute_over,
      }
    : undefined,
})

const columns = sql`c.tenant_id, c.integration_id, c.thread_id, c.ticket_id, r.read_at, r.shown_updated_at,
  r.shown_since, r.unchanged_while is not null as minute_over`

const ofShops = ({ tenantId, integrationIds }: Shops) => sql`
  from conversations c left join ticket_reads r using (tenant_id, ticket_id)
  where c.tenant_id = ${tenantId} and c.integration_id = any(${integrationIds}) and c.ticket_id is not null`

const replySettles = sql`exists (
  select 1 from reply_sightings s where s.tenant_id = c.tenant_id and s.ticket_id = c.ticket_id)`

const accountsAtOnce = 100

/**
 * Asked by each look, so accounts that are looked at together share a statement; and by what waits, so that it costs nothing where
 * nothing does, however many tickets there were.
 */
const createWaiting = ({ byKeys }: WorkerStore): ((shops: Shops) => Promise<Waiting>) =>
  createBatcher(async (accounts) => {
    const { rows } = await sql<Partial<Row> & { place: number; newest: Date | null }>`
      select w.place::int - 1 as place, (
          select c.changed_at from conversations c where c.tenant_id = w.tenant_id order by c.changed_at desc limit 1) as newest,
        own.*
      from unnest(${accounts.map(({ tenantId }) => tenantId)}::text[]) with ordinality as w (tenant_id, place)
      left join lateral (
        select ${columns} from (
          select o.ticket_id from ticket_reads o where o.tenant_id = w.tenant_id and o.owed
          union select s.ticket_id from reply_sightings s where s.tenant_id = w.tenant_id) t
        join conversations c on c.tenant_id = w.tenant_id and c.ticket_id = t.ticket_id
        left join ticket_reads r on r.tenant_id = w.tenant_id and r.ticket_id = t.ticket_id) own on true
    `.execute(byKeys)
    const found = accounts.map((): Waiting => ({ tickets: [], changedAt: undefined }))
    for (const row of rows) {
      const waiting = found[row.place]
      if (!waiting) continue
      waiting.changedAt = row.newest ?? undefined
      if (isOwn(row) && accounts[row.place]?.integrationIds.includes(row.integration_id))
        waiting.tickets.push(toOwn(row))
    }
    for (const { tickets } of found) tickets.sort((one, other) => readAt(one) - readAt(other))
    return found
  }, accountsAtOnce)

/** An account where nothing waits has a row without a ticket. */
const isOwn = (row: Partial<Row>): row is Row => typeof row.ticket_id === 'number'

const readAt = ({ last }: OwnTicket): number => last?.readAt.getTime() ?? Infinity

export function createOwnTickets(store: WorkerStore): OwnTickets {
  const { db } = store
  const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms)
  return {
    async among(shops, ticketIds) {
      if (ticketIds.length === 0) return []
      const { rows } = await sql<Row>`
        select ${columns} ${ofShops(shops)} and c.ticket_id = any(${ticketIds}::bigint[])
      `.execute(db)
      return rows.map(toOwn)
    },
    waiting: createWaiting(store),
    async unchanged(shops, { now, sweepMs, limit, except }) {
      const later = (ms: number) => sql`r.read_at + ${ms} * interval '1 millisecond'`
      const { rows } = await sql<Partial<Row> & { due: number; next_at: Date | null }>`
        with own as materialized (
          select ${columns}, case
              when r.read_at is null then '-infinity'
              when not r.closed then ${later(sweepMs)}
              when c.changed_at < ${before(now, closedForMs)} then null
              when c.changed_at > r.read_at then ${later(Math.min(sweepMs, closedEveryMs))}
              else ${later(closedEveryMs)} end as turn_at
          ${ofShops(shops)} and r.owed is not true and not ${replySettles} and c.ticket_id <> all(${except}::bigint[]))
        select times.*, next.tenant_id, next.integration_id, next.thread_id, next.ticket_id, next.read_at,
          next.shown_updated_at, next.shown_since, next.minute_over
        from (select count(*) filter (where turn_at <= ${now})::int as due,
          min(turn_at) filter (where turn_at > ${now}) as next_at from own) times
        left join (
          select * from own where turn_at <= ${now} order by read_at nulls first limit ${limit}) next on true
        order by next.read_at nulls first
      `.execute(db)
      return {
        tickets: rows.flatMap((row) => (isOwn(row) ? [toOwn(row)] : [])),
        due: rows[0]?.due ?? 0,
        nextAt: rows[0]?.next_at ?? undefined,
      }
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
    async markRead(tenantId, ticketId, { readAt, shown, shownSince, minuteOver }, closed) {
      const reading = {
        read_at: readAt,
        shown_updated_at: shown ?? null,
        shown_since: shownSince,
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
