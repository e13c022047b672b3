import type { Transition } from '@connector/domain/effects'
import { isPassingConflict, type Query } from '@connector/store'
import { sql } from 'kysely'
import { claimedColumns, effectName, fromRow, hasKey, type ClaimedEffect, type ClaimedRow } from './claimed-effect.ts'

export interface Outcome {
  effect: ClaimedEffect
  transition: Transition
  failure?: { failureClass: string; message: string } | undefined
  /** When it is confirmed, the next one of its lane is claimed with the same statement, if it is due by then. */
  goOnAt?: Date | undefined
}

export interface Settled {
  /** False when the effect is no longer ours: the lease ended and somebody else took over. */
  accepted: boolean
  /** The next one of the lane, if it was wanted and is due: claimed as by `claim`. */
  next?: ClaimedEffect
}

/** Tries to write outcomes before the conflict is somebody else's matter; each one waits for no clock. */
const conflictsAtMost = 5

/**
 * Writes where effects went, as far as they are still ours.
 * @returns by name, of each that was
 */
export async function writeOutcomes(db: Query, outcomes: readonly Outcome[]): Promise<Map<string, Settled>> {
  for (let conflicts = 0; ; conflicts++) {
    try {
      return await write(db, outcomes)
    } catch (error) {
      // The projection moved one of them into the other part of the ledger at the same moment.
      if (!isPassingConflict(error) || conflicts >= conflictsAtMost) throw error
    }
  }
}

type WrittenRow = { settled_tenant: string; settled_key: string } & (ClaimedRow | { effect_key: null })

async function write(db: Query, outcomes: readonly Outcome[]): Promise<Map<string, Settled>> {
  const of = <T>(column: (outcome: Outcome) => T): T[] => outcomes.map(column)
  // Step by step, each row found by the one before: as joins, the planner goes through the leases of all tenants, since it
  // takes every part for one row.
  // Rows are locked in the order of their key here and in the projection, or the two would wait for each other. What follows
  // in a lane is not waited for.
  // The outcome itself is in the log, durably: an effect that a crash of the database leaves claimed is looked up there. So
  // only a claim waits for the disk.
  const { rows } = await sql<WrittenRow>`
    with outcomes as materialized (
      select * from unnest(
        ${of(({ effect }) => effect.tenantId)}::text[], ${of(({ effect }) => effect.effectKey)}::text[],
        ${of(({ effect }) => effect.fence)}::bigint[], ${of(({ transition }) => transition.state)}::text[],
        ${of(({ transition }) => transition.notBefore)}::timestamptz[],
        ${of(({ transition }) => transition.progress.failures)}::int[],
        ${of(({ transition }) => transition.progress.lookups)}::int[],
        ${of(({ transition }) => transition.progress.ambiguousSends)}::int[],
        ${of(({ transition }) => transition.progress.passedOver)}::int[],
        ${of(({ transition }) => transition.progress.doubts)}::int[],
        ${of(({ transition }) => transition.progress.gatewayAnswers)}::int[],
        ${of(({ transition }) => transition.progress.ownFaults)}::int[],
        ${of(({ failure }) => failure?.failureClass ?? null)}::text[],
        ${of(({ failure }) => failure?.message ?? null)}::text[], ${of(({ goOnAt }) => goOnAt ?? null)}::timestamptz[]
      ) as o (tenant_id, effect_key, fence, state, not_before, failures, lookups, ambiguous_sends, passed_over,
        lasting_failures, gateway_answers, own_faults, failure_class, failure_message, go_on_at)
      order by tenant_id, effect_key
    ), held as materialized (
      select o.* from outcomes o cross join lateral (
        select from effects e where ${hasKey('o')} and e.fence = o.fence and e.state = 'claimed' for update
      ) mine
    ), settled as (
      update effects e set
        state = o.state, not_before = o.not_before, failures = o.failures, lookups = o.lookups,
        ambiguous_sends = o.ambiguous_sends, passed_over = o.passed_over, lasting_failures = o.lasting_failures,
        gateway_answers = o.gateway_answers, own_faults = o.own_faults,
        failure_class = o.failure_class, failure_message = o.failure_message,
        settled_at = case when o.state = 'confirmed' then now() end
      from held o
      where ${hasKey('o')} and e.fence = o.fence and e.state = 'claimed'
      returning e.tenant_id, e.effect_key, e.integration_id, e.thread_id, e.lane, e.seq, e.fence,
        case when o.state = 'confirmed' then o.go_on_at end as go_on_at
    ), following as materialized (
      select s.tenant_id, n.effect_key, s.fence, s.go_on_at, s.effect_key as behind
      from settled s cross join lateral (
        select n.effect_key, n.state, n.not_before from effects n
        where n.tenant_id = s.tenant_id and n.integration_id = s.integration_id and n.thread_id = s.thread_id
          and n.lane = s.lane and n.seq > s.seq
          and (n.state in ('planned', 'claimed', 'unknown') or (n.state = 'parked' and n.holds_lane))
        order by n.seq limit 1) n
      where s.go_on_at is not null and n.state = 'planned' and n.not_before <= s.go_on_at
        and not exists (select from restores where confirmed_at is null)
        and exists (
          select from leases l
          where l.service = 'projector' and l.tenant_id = s.tenant_id and l.fence = s.fence and l.ready
            and l.expires_at > now() offset 0)
        and not exists (select from tenant_rests r where r.tenant_id = s.tenant_id and r.state <> 'working' offset 0)
        and (
          select i.status from integrations i
          where i.tenant_id = s.tenant_id and i.integration_id = s.integration_id) = 'running'
    ), free as materialized (
      select f.* from following f cross join lateral (
        select from effects e where ${hasKey('f')} and e.state = 'planned' for update skip locked
      ) unlocked
    ), taken as (
      update effects e set state = 'claimed', fence = f.fence, claimed_at = f.go_on_at, attempts = e.attempts + 1
      from free f where ${hasKey('f')} and e.state = 'planned'
      returning ${claimedColumns}, 'planned' as before, f.behind
    ), quick as (
      select set_config('synchronous_commit', 'off', true) where not exists (select from taken)
    )
    select s.tenant_id as settled_tenant, s.effect_key as settled_key, taken.*
    from settled s left join quick on true
      left join taken on taken.tenant_id = s.tenant_id and taken.behind = s.effect_key
  `.execute(db)
  const written = new Map<string, Settled>()
  for (const row of rows)
    written.set(effectName({ tenantId: row.settled_tenant, effectKey: row.settled_key }), {
      accepted: true,
      ...(row.effect_key === null ? {} : { next: fromRow(row) }),
    })
  for (const name of await parkedAlready(db, outcomes, written)) written.set(name, { accepted: true })
  return written
}

/** The projection may be faster at parking, since both learn of it from the log. */
async function parkedAlready(
  db: Query,
  outcomes: readonly Outcome[],
  written: ReadonlyMap<string, Settled>,
): Promise<string[]> {
  const parked = outcomes.filter(
    ({ effect, transition }) => transition.state === 'parked' && !written.has(effectName(effect)),
  )
  if (parked.length === 0) return []
  const { rows } = await sql<{ tenant_id: string; effect_key: string }>`
    select e.tenant_id, e.effect_key from effects e join unnest(
      ${parked.map(({ effect }) => effect.tenantId)}::text[], ${parked.map(({ effect }) => effect.effectKey)}::text[],
      ${parked.map(({ effect }) => effect.fence)}::bigint[]
    ) as p (tenant_id, effect_key, fence) using (tenant_id, effect_key, fence)
    where e.state = 'parked'
  `.execute(db)
  return rows.map((row) => effectName({ tenantId: row.tenant_id, effectKey: row.effect_key }))
}
