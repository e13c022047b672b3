import { sql } from 'kysely'
import { relaxedCommit, type WorkerStore } from './connect.ts'

export type LeasedService = 'ingest' | 'projector'

interface LeaseOwner {
  service: LeasedService
  owner: string
  ttlMs: number
  loopDelayMs: () => number
}

/** Of a lease what its row is found by. */
interface Named {
  tenantId: string
  fence: number
}

interface LeaseRow {
  tenant_id: string
  fence: number
}

/** The rows of one owner in the table of leases. Every date is the database's. */
export interface LeaseRows {
  /** Gives a sign of life and makes the rows that are missing. @returns how many tenants each live process may have */
  fairShare(): Promise<number>
  /** @returns what is still ours */
  renew(held: readonly Named[]): Promise<LeaseRow[]>
  giveBack(given: readonly Named[]): Promise<void>
  /** Whether work may be claimed under it. */
  setReady(some: readonly Named[], ready: boolean): Promise<void>
  /** Takes free ones. @param ready whether they are at once */
  take(count: number, ready: boolean): Promise<LeaseRow[]>
  /** No sign of life will come any more. */
  goAway(): Promise<void>
}

export function createLeaseRows(
  { db, connections }: WorkerStore,
  { service, owner, ttlMs, loopDelayMs }: LeaseOwner,
): LeaseRows {
  const expiry = sql<Date>`now() + ${ttlMs} * interval '1 millisecond'`

  return {
    async fairShare(): Promise<number> {
      const { total, idle, waiting } = connections()
      const { rows } = await sql<{ tenants: number; live: number }>`
        with beat as (
          insert into workers (service, owner, expires_at, loop_delay_ms, pool_total, pool_idle, pool_waiting)
          values (${service}, ${owner}, ${expiry}, ${loopDelayMs()}, ${total}, ${idle}, ${waiting})
          on conflict (service, owner) do update set expires_at = excluded.expires_at, loop_delay_ms = excluded.loop_delay_ms,
            pool_total = excluded.pool_total, pool_idle = excluded.pool_idle, pool_waiting = excluded.pool_waiting
        ), gone as (
          delete from workers where service = ${service} and owner <> ${owner} and expires_at < now()
        ), missing as (
          insert into leases (service, tenant_id)
          select ${service}, t.tenant_id from tenants t
          where not exists (select 1 from leases l where l.service = ${service} and l.tenant_id = t.tenant_id)
          on conflict do nothing
        )
        select (select count(*) from tenants)::int as tenants,
          (select count(*) from workers where service = ${service} and owner <> ${owner} and expires_at >= now())::int + 1 as live
      `.execute(db)
      const row = rows[0]
      return row ? Math.ceil(row.tenants / row.live) : 0
    },
    async renew(held) {
      const { rows } = await sql<LeaseRow>`
        update leases l set expires_at = ${expiry}
        from unnest(${held.map(({ tenantId }) => tenantId)}::text[]) as held (tenant_id)
        where l.service = ${service} and l.owner = ${owner} and l.tenant_id = held.tenant_id
          and l.expires_at > now() and ${relaxedCommit}
        returning l.tenant_id, l.fence
      `.execute(db)
      return rows
    },
    async giveBack(given) {
      await sql`
        update leases set owner = null, expires_at = now()
        where service = ${service} and owner = ${owner} and tenant_id = any(${given.map(({ tenantId }) => tenantId)})
      `.execute(db)
    },
    async setReady(some, ready) {
      await sql`
        update leases l set ready = ${ready}
        from unnest(${some.map(({ tenantId }) => tenantId)}::text[], ${some.map(({ fence }) => fence)}::bigint[])
          as t (tenant_id, fence)
        where l.service = ${service} and l.owner = ${owner} and l.tenant_id = t.tenant_id and l.fence = t.fence
      `.execute(db)
    },
    async take(count, ready) {
      const { rows } = await sql<LeaseRow>`
        update leases l set owner = ${owner}, fence = l.fence + 1, expires_at = ${expiry}, ttl_ms = ${ttlMs},
          ready = ${ready}
        from (
          select tenant_id from leases
          where service = ${service} and (owner is null or expires_at <= now())
          order by tenant_id limit ${count} for update skip locked
        ) free
        where l.service = ${service} and l.tenant_id = free.tenant_id
        returning l.tenant_id, l.fence
      `.execute(db)
      return rows
    },
    async goAway() {
      await db.deleteFrom('workers').where('service', '=', service).where('owner', '=', owner).execute()
    },
  }
}

/**
 * A condition on rows of `leases`, named `alias` in the statement: what an owner may work for at this moment. The answer still
 * goes through his own clocks: `Leases.get` knows no lease that is over.
 */
export const heldBy = (service: LeasedService, owner: string, alias = 'l') =>
  sql<boolean>`${sql.ref(`${alias}.service`)} = ${service} and ${sql.ref(`${alias}.owner`)} = ${owner}
    and ${sql.ref(`${alias}.ready`)} and ${sql.ref(`${alias}.expires_at`)} > now()`

/**
 * Frees every lease at once. Only for a database that nobody else can be using: the embedded one, just started.
 * The fence grows when the lease is taken again, so a write of the dead owner would still be refused.
 */
export async function freeAllLeases({ db }: WorkerStore): Promise<void> {
  await db.deleteFrom('workers').execute()
  await db.updateTable('leases').set({ owner: null, expires_at: null }).execute()
  await db.updateTable('operation_runs').set({ owner: null, expires_at: null }).execute()
  await db
    .updateTable('alert_watch')
    .set({ owner: null, expires_at: new Date(0) })
    .execute()
  await db.updateTable('alert_deliveries').set({ claimed_by: null, claimed_until: null }).execute()
}
