import type { ConversationRef, IntegrationRef } from '@connector/domain/words'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/** A ticket of ours and the conversation behind it. */
export interface OwnTicket {
  ticketId: number
  ref: ConversationRef
  readAt: Date | undefined
}

/** Integrations of one tenant. */
export interface Shops {
  tenantId: string
  integrationIds: readonly string[]
}

/** Closed tickets are still looked at daily, for 14 days: an agent may answer in one without reopening it. */
const closedEveryMs = 24 * 3_600_000
const closedForMs = 14 * 24 * 3_600_000

/** Tickets read in one sweep at most; the rest follows in the next look. */
const sweepLimit = 50

interface Row {
  tenant_id: string
  integration_id: string
  thread_id: string
  ticket_id: number
  read_at: Date | null
}

const toOwn = (row: Row): OwnTicket => ({
  ticketId: row.ticket_id,
  ref: { tenantId: row.tenant_id, integrationId: row.integration_id, threadId: row.thread_id },
  readAt: row.read_at ?? undefined,
})

export interface OwnTickets {
  /** Which of these tickets belong to conversations of these integrations; an account holds tickets of everybody. */
  among(shops: Shops, ticketIds: readonly number[]): Promise<OwnTicket[]>
  /** Tickets to read although nothing says that they changed: replies that settle, and the slow sweep. */
  toRead(shops: Shops, now: Date, sweepMs: number): Promise<OwnTicket[]>
  /** The newest ticket of an integration and the CRM record of its buyer. */
  newest(ref: IntegrationRef): Promise<{ ticketId?: number; customerId?: number }>
  markRead(tenantId: string, ticketId: number, readAt: Date, closed: boolean): Promise<void>
}

export function createOwnTickets({ db }: WorkerStore): OwnTickets {
  const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms)
  return {
    async among({ tenantId, integrationIds }, ticketIds) {
      if (ticketIds.length === 0) return []
      const { rows } = await sql<Row>`
        select c.tenant_id, c.integration_id, c.thread_id, c.ticket_id, r.read_at
        from conversations c left join ticket_reads r using (tenant_id, ticket_id)
        where c.tenant_id = ${tenantId} and c.integration_id = any(${integrationIds})
          and c.ticket_id = any(${ticketIds}::bigint[])
      `.execute(db)
      return rows.map(toOwn)
    },
    async toRead({ tenantId, integrationIds }, now, sweepMs) {
      const { rows } = await sql<Row>`
        select c.tenant_id, c.integration_id, c.thread_id, c.ticket_id, r.read_at
        from conversations c left join ticket_reads r using (tenant_id, ticket_id)
        where c.tenant_id = ${tenantId} and c.integration_id = any(${integrationIds}) and c.ticket_id is not null
          and (
            exists (
              select 1 from reply_sightings s
              where s.tenant_id = c.tenant_id and s.ticket_id = c.ticket_id)
            or r.read_at is null
            or (not r.closed and r.read_at <= ${before(now, sweepMs)})
            or (r.closed and c.changed_at >= ${before(now, closedForMs)}
              and (r.read_at <= ${before(now, closedEveryMs)} or (c.changed_at > r.read_at and r.read_at <= ${before(now, sweepMs)})))
          )
        order by r.read_at nulls first limit ${sweepLimit}
      `.execute(db)
      return rows.map(toOwn)
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
    async markRead(tenantId, ticketId, readAt, closed) {
      await db
        .insertInto('ticket_reads')
        .values({ tenant_id: tenantId, ticket_id: ticketId, read_at: readAt, closed })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'ticket_id']).doUpdateSet({ read_at: readAt, closed }))
        .execute()
    },
  }
}
