import { empikplaceLanes } from '@connector/domain/effects'
import { killPoint } from '@connector/service-kit'
import { heldBy, type Query } from '@connector/store'
import { sql } from 'kysely'
import { claimedColumns, fromRow, hasKey, type ClaimedEffect, type ClaimedRow } from './claimed-effect.ts'

/** Who asks for effects, and how much he can take. */
export interface Asking {
  /** Effects of his leases only. */
  owner: string
  /** Tenants behind this one, in the order of their names; '' for the first. */
  after: string
  /** Tenants that are looked at. */
  tenants: number
  /** Effects under way at once for one tenant. */
  perTenant: number
  /** Effects under way, by tenant. */
  busy: ReadonlyMap<string, number>
}

export interface Claim {
  effects: ClaimedEffect[]
  /** The last tenant that was looked at; undefined when there are none behind it. */
  last: string | undefined
}

/** How much of a tenant's slots one shop may hold with writes to EmpikPlace, which may be slow or paused for that shop alone. */
export interface ShopShare {
  /** Claimed at once for one shop. */
  most: number
  /** Integrations that hold their share already. */
  full: readonly string[]
}

const noShare: ShopShare = { most: Number.MAX_SAFE_INTEGER, full: [] }

/** The last tenant that was looked at, and how many were. */
interface Walked {
  last: string
  seen: number
}

/** See {@link Ledger.claim}. */
export async function claimEffects(
  db: Query,
  { owner, after, tenants, perTenant, busy }: Asking,
  limit: number,
  now: Date,
  { most, full }: ShopShare = noShare,
): Promise<Claim> {
  killPoint('claim.before')
  // No row is locked while it is only looked at: a tenant has one claimer, and the update looks at the state again.
  // What is asked of an effect (its lane, the integration's status) is a subquery, not a join, so that the effects come in the
  // order of their index and the look ends at the slots, however long the backlog is. So is the next tenant: one probe of the index.
  const { rows } = await sql<Walked & (ClaimedRow | { effect_key: null })>`
    with recursive waiting (tenant_id, place) as (
      (select e.tenant_id, 1 from effects e
        where e.state in ('planned', 'claimed', 'unknown') and e.tenant_id > ${after} order by e.tenant_id limit 1)
      union all
      select (select e.tenant_id from effects e
          where e.state in ('planned', 'claimed', 'unknown') and e.tenant_id > w.tenant_id
          order by e.tenant_id limit 1), w.place + 1
      from waiting w where w.tenant_id is not null and w.place < ${tenants}
    ), wanted as materialized (
      select w.tenant_id, l.fence,
        ${perTenant} - coalesce((${[...busy.values()]}::int[])[array_position(${[...busy.keys()]}::text[], w.tenant_id)], 0) as slots
      from waiting w cross join lateral (
        select l.fence from leases l where l.tenant_id = w.tenant_id and ${heldBy('projector', owner)} limit 1
      ) l
      where not exists (
        select from tenant_rests r where r.tenant_id = w.tenant_id and r.state <> 'working' offset 0)
    ), heads as materialized (
      select w.fence, due.*, row_number() over (
        partition by due.tenant_id, due.shop order by due.not_before, due.seq) as place
      from wanted w cross join lateral (
        select e.tenant_id, e.effect_key, e.state as before, e.not_before, e.seq,
          case when e.lane = any(${empikplaceLanes}) then e.integration_id end as shop
        from effects e
        where e.tenant_id = w.tenant_id and e.state in ('planned', 'unknown') and e.not_before <= ${now}
          and (e.state = 'unknown' or not exists (select from restores where confirmed_at is null))
          and (e.integration_id <> all(${full}) or e.lane <> all(${empikplaceLanes}))
          and (
            select true from effects p
            where p.tenant_id = e.tenant_id and p.integration_id = e.integration_id and p.thread_id = e.thread_id
              and p.lane = e.lane and p.seq < e.seq
              and (p.state in ('planned', 'claimed', 'unknown') or (p.state = 'parked' and p.holds_lane))
            limit 1) is null
          and (
            select i.status from integrations i
            where i.tenant_id = e.tenant_id and i.integration_id = e.integration_id) = 'running'
        order by e.not_before, e.seq limit w.slots
      ) due
      where w.slots > 0
      order by due.not_before limit ${limit}
    ), held as materialized (
      select h.* from (
        select * from heads where shop is null or place <= ${most} order by tenant_id, effect_key offset 0
      ) h cross join lateral (
        select from effects e where ${hasKey('h')} and e.state in ('planned', 'unknown') for update
      ) free
    ), claimed as (
      update effects e set state = 'claimed', fence = h.fence, claimed_at = ${now}, attempts = e.attempts + 1
      from held h where ${hasKey('h')} and e.state = h.before and e.state in ('planned', 'unknown')
      returning ${claimedColumns}, h.before
    ), walked as (
      select max(tenant_id) as last, count(tenant_id)::int as seen from waiting
    )
    select * from walked left join claimed on true
  `.execute(db)
  const [first] = rows
  const effects = rows.flatMap((row) => (row.effect_key === null ? [] : fromRow(row)))
  if (effects[0]) killPoint('claim.after', effects[0].kind)
  return { effects, last: first && first.seen >= tenants ? first.last : undefined }
}
