import type { Lease, Query } from '@connector/store'
import { sql } from 'kysely'

const ownRows = (leases: readonly Lease[]) => sql`
  select o.tenant_id, o.fence
  from unnest(
    ${leases.map(({ tenantId }) => tenantId)}::text[], ${leases.map(({ fence }) => fence)}::bigint[]
  ) as o (tenant_id, fence)`

/** See {@link Ledger.takeOver}. */
export async function takeOverClaims(
  db: Query,
  leases: readonly Lease[],
  waitMs: number,
): Promise<Map<string, number>> {
  // Rows are locked in the order of their key, as everywhere.
  const { rows } = await sql<{ tenant_id: string }>`
    with own as (${ownRows(leases)}), left_over as (
      select e.tenant_id, e.effect_key from effects e join own using (tenant_id)
      where e.state = 'claimed' and e.fence < own.fence
      order by e.tenant_id, e.effect_key for update of e
    )
    update effects e set state = 'unknown', not_before = now() + ${waitMs} * interval '1 millisecond'
    from left_over l where e.tenant_id = l.tenant_id and e.effect_key = l.effect_key and e.state = 'claimed'
    returning e.tenant_id
  `.execute(db)
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row.tenant_id, (counts.get(row.tenant_id) ?? 0) + 1)
  return counts
}

/** See {@link Ledger.reconcile}. */
export async function findLostClaims(
  db: Query,
  leases: readonly Lease[],
  running: Iterable<string>,
  waitMs: number,
): Promise<number> {
  if (leases.length === 0) return 0
  const names = [...running].map((name) => [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)])
  // Rows are locked in the order of their key, as everywhere. Where one of a lane is under way, the next one may be claimed
  // by the statement that settles it, whose answer is on its way.
  const { rows } = await sql`
    with own as (${ownRows(leases)}), running as (
      select e.tenant_id, e.integration_id, e.thread_id, e.lane from effects e
      join unnest(${names.map(([tenantId]) => tenantId)}::text[], ${names.map(([, key]) => key)}::text[])
        as r (tenant_id, effect_key) using (tenant_id, effect_key)
    ), lost as (
      select e.tenant_id, e.effect_key from effects e join own using (tenant_id)
      where e.state = 'claimed' and e.fence = own.fence and not exists (
        select from running r
        where (r.tenant_id, r.integration_id, r.thread_id, r.lane) = (e.tenant_id, e.integration_id, e.thread_id, e.lane))
      order by e.tenant_id, e.effect_key for update of e
    )
    update effects e set state = 'unknown', not_before = now() + ${waitMs} * interval '1 millisecond'
    from lost l where e.tenant_id = l.tenant_id and e.effect_key = l.effect_key and e.state = 'claimed'
    returning e.effect_key
  `.execute(db)
  return rows.length
}
