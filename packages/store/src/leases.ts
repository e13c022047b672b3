import { sql } from 'kysely'
import { relaxedCommit, type WorkerStore } from './connect.ts'

export type LeasedService = 'ingest' | 'projector'

/** The right to work for one tenant, until it ends or is lost. */
export interface Lease {
  tenantId: string
  /** Grows with every change of owner; the database refuses writes that carry an older one. */
  fence: number
  /** When it became ours: since then nobody else has worked for this tenant. */
  since: Date
  /** Aborted when the lease is lost, given back or over; its end needs no answer of the database. */
  signal: AbortSignal
  /** Whether, by this process's own clock, the lease is certainly still ours. */
  isHeld(): boolean
}

export interface LeasesOptions {
  store: WorkerStore
  service: LeasedService
  /** Unique for each process. */
  owner: string
  /** How long a lease lasts without renewal, in milliseconds. */
  ttlMs: number
  /** The longest delay of the event loop since it was last asked, in ms; told beside each sign of life. */
  loopDelayMs?: () => number
  onAcquired?: (lease: Lease) => Promise<void> | void
}

export interface Leases {
  held(): Lease[]
  get(tenantId: string): Lease | undefined
  /** Renews what is held, then shares. Call it every third of the ttl. */
  renew(): Promise<void>
  /** Gives back what is above the fair share and takes what is free. Cheap, however many leases are held. */
  share(): Promise<void>
  /** Gives everything back, so that another process need not wait for expiry. */
  releaseAll(): Promise<void>
}

/** Both clocks: the monotonic one stands still while the machine sleeps, the other one may be set back. */
interface Ends {
  monotonic: number
  wall: number
}

interface Held extends Lease {
  controller: AbortController
  heldUntil: Ends
  timer: NodeJS.Timeout
}

/**
 * Shares tenants among the processes of a service: each takes at most `ceil(tenants / live processes)`.
 * Every date is the database's; the local `isHeld` counts from before the renewal was sent, so it errs on the early side.
 */
export function createLeases(options: LeasesOptions): Leases {
  const { store, service, owner, ttlMs, loopDelayMs = () => 0, onAcquired } = options
  const leases = new Map<string, Held>()
  const { db, pool } = store
  const expiry = sql<Date>`now() + ${ttlMs} * interval '1 millisecond'`

  const drop = (tenantId: string): void => {
    const lease = leases.get(tenantId)
    if (!lease) return
    clearTimeout(lease.timer)
    lease.controller.abort()
    leases.delete(tenantId)
  }

  const endsAfterTtl = (): Ends => ({ monotonic: performance.now() + ttlMs, wall: Date.now() + ttlMs })

  const isOver = ({ heldUntil }: Pick<Held, 'heldUntil'>): boolean =>
    performance.now() >= heldUntil.monotonic || Date.now() >= heldUntil.wall

  /** Ends a lease by our own clocks, when no renewal has put the end off. */
  const timerOf = (tenantId: string): NodeJS.Timeout =>
    setTimeout(() => {
      const lease = leases.get(tenantId)
      if (lease && isOver(lease)) drop(tenantId)
      else lease?.timer.refresh()
    }, ttlMs).unref()

  async function fairShare(): Promise<number> {
    const { rows } = await sql<{ tenants: number; live: number }>`
      with beat as (
        insert into workers (service, owner, expires_at, loop_delay_ms, pool_total, pool_idle, pool_waiting)
        values (${service}, ${owner}, ${expiry}, ${loopDelayMs()}, ${pool.totalCount}, ${pool.idleCount}, ${pool.waitingCount})
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
  }

  /** Only what this process works for: a lease whose preparation failed must end, or its tenant would be nobody's. */
  async function renewHeld(): Promise<void> {
    const heldUntil = endsAfterTtl()
    const { rows } = await sql<{ tenant_id: string; fence: number }>`
      update leases set expires_at = ${expiry}
      where service = ${service} and owner = ${owner} and tenant_id = any(${[...leases.keys()]})
        and expires_at > now() and ${relaxedCommit}
      returning tenant_id, fence
    `.execute(db)
    const renewed = new Map(rows.map((row) => [row.tenant_id, row.fence]))
    for (const [tenantId, lease] of leases)
      if (renewed.get(tenantId) === lease.fence) {
        lease.heldUntil = heldUntil
        lease.timer.refresh()
      } else drop(tenantId)
  }

  async function giveBack(tenantIds: string[]): Promise<void> {
    tenantIds.forEach(drop)
    await sql`
      update leases set owner = null, expires_at = now()
      where service = ${service} and owner = ${owner} and tenant_id = any(${tenantIds})
    `.execute(db)
  }

  async function take(count: number): Promise<void> {
    const heldUntil = endsAfterTtl()
    const since = new Date()
    const { rows } = await sql<{ tenant_id: string; fence: number }>`
      update leases set owner = ${owner}, fence = fence + 1, expires_at = ${expiry}, ttl_ms = ${ttlMs}
      where service = ${service} and tenant_id in (
        select tenant_id from leases
        where service = ${service} and (owner is null or expires_at <= now())
        order by tenant_id limit ${count} for update skip locked
      )
      returning tenant_id, fence
    `.execute(db)
    for (const { tenant_id: tenantId, fence } of rows) {
      const controller = new AbortController()
      const lease: Held = {
        tenantId,
        fence,
        since,
        controller,
        signal: controller.signal,
        heldUntil,
        timer: timerOf(tenantId),
        isHeld: () => !controller.signal.aborted && !isOver(lease),
      }
      await onAcquired?.(lease)
      leases.set(tenantId, lease)
    }
  }

  async function share(): Promise<void> {
    const fair = await fairShare()
    const excess = [...leases.keys()].slice(fair)
    if (excess.length > 0) await giveBack(excess)
    if (leases.size < fair) await take(fair - leases.size)
  }

  return {
    held: () => [...leases.values()].filter((lease) => lease.isHeld()),
    get: (tenantId) => leases.get(tenantId),
    async renew() {
      await renewHeld()
      await share()
    },
    share,
    releaseAll: async () => {
      await giveBack([...leases.keys()])
      await db.deleteFrom('workers').where('service', '=', service).where('owner', '=', owner).execute()
    },
  }
}

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
