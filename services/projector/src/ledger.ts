import { empikplaceLanes, type EffectKind, type EffectProgress, type Transition } from '@connector/domain/effects'
import { createBatcher, killPoint, type Tally } from '@connector/service-kit'
import { relaxedCommit, type Lease, type Row, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/** An effect under way, held by this process. */
export interface ClaimedEffect {
  tenantId: string
  effectKey: string
  integrationId: string
  threadId: string
  kind: EffectKind
  subject: string
  /** Claimed from `unknown`: it may have been done, so it is looked up before it is tried. */
  lookUp: boolean
  fence: number
  attempts: number
  progress: EffectProgress
  /** When the database was last restored from a backup: what is older may have been done by an owner whose log we do not have. */
  restoredAt?: Date
}

interface Outcome {
  effect: ClaimedEffect
  transition: Transition
  failure?: { failureClass: string; message: string } | undefined
}

/** How much of a tenant's slots one shop may hold with writes to EmpikPlace, which may be slow or paused for that shop alone. */
interface ShopShare {
  /** Claimed at once for one shop. */
  most: number
  /** Integrations that hold their share already. */
  full: readonly string[]
}

const noShare: ShopShare = { most: Number.MAX_SAFE_INTEGER, full: [] }

export interface Ledger {
  /**
   * Claims effects that are due: the first open one of each lane, of running integrations, for leases still held. After a restore
   * that nobody has confirmed, only those that are to be looked up: a look writes nothing.
   * The claim is in the database before anything is sent, so a crash leaves a trace of what may have been done.
   */
  claim(
    wants: readonly { lease: Lease; slots: number }[],
    limit: number,
    now: Date,
    shops?: ShopShare,
  ): Promise<ClaimedEffect[]>
  /** Writes where an effect went. False when it is no longer ours: the lease ended and somebody else took over. */
  settle(outcome: Outcome): Promise<boolean>
  /** What an earlier owner had claimed may have been done: it is looked up after `waitMs`. Returns how many. */
  takeOver(lease: Lease, waitMs: number): Promise<number>
  /**
   * Claims of ours that nobody here works on: the answer to a claim was lost, or the database forgot where an effect went. They
   * may have been done, so they are looked up after `waitMs`. Returns how many.
   * @param running keys of the effects under way, as in {@link effectName}
   */
  reconcile(leases: readonly Lease[], running: Iterable<string>, waitMs: number): Promise<number>
  /** When the next effect becomes due; undefined when nothing waits. */
  nextDue(tenantIds: readonly string[]): Promise<Date | undefined>
}

/** Names an effect among those of all tenants. */
export const effectName = ({ tenantId, effectKey }: Pick<ClaimedEffect, 'tenantId' | 'effectKey'>): string =>
  `${tenantId}/${effectKey}`

type ReturnedColumn =
  | 'tenant_id'
  | 'effect_key'
  | 'integration_id'
  | 'thread_id'
  | 'subject'
  | 'fence'
  | 'attempts'
  | 'failures'
  | 'lookups'
  | 'ambiguous_sends'
  | 'passed_over'

interface ClaimedRow extends Pick<Row<'effects'>, ReturnedColumn> {
  kind: EffectKind
  before: string
  restored_at: Date | null
}

/** Outcomes written by one statement at most. */
const maxOutcomes = 200

/** @param tally where effects are counted by kind and by where they went */
export function createLedger({ db }: WorkerStore, tally?: Tally): Ledger {
  const settle = createBatcher<Outcome, boolean>(async (outcomes) => {
    killPoint('confirm.before', outcomes[0]?.effect.kind)
    // The outcome itself is in the log, durably: an effect that a crash of the database leaves claimed is looked up there.
    // Rows are locked in the order of their key here and in the projection, or the two would wait for each other.
    const { rows } = await sql<{ tenant_id: string; effect_key: string }>`
      with outcomes as (
        select * from jsonb_to_recordset(${JSON.stringify(outcomes.map(toRow))}::jsonb) as o (
          tenant_id text, effect_key text, fence bigint, state text, not_before timestamptz, failures int, lookups int,
          ambiguous_sends int, passed_over int, failure_class text, failure_message text)
      ), held as (
        select e.tenant_id, e.effect_key from effects e join outcomes o using (tenant_id, effect_key)
        order by e.tenant_id, e.effect_key for update of e
      )
      update effects e set
        state = o.state, not_before = o.not_before, failures = o.failures, lookups = o.lookups,
        ambiguous_sends = o.ambiguous_sends, passed_over = o.passed_over, failure_class = o.failure_class,
        failure_message = o.failure_message,
        settled_at = case when o.state = 'confirmed' then now() end
      from held join outcomes o using (tenant_id, effect_key)
      where e.tenant_id = o.tenant_id and e.effect_key = o.effect_key and e.fence = o.fence and e.state = 'claimed'
        and ${relaxedCommit}
      returning e.tenant_id, e.effect_key
    `.execute(db)
    killPoint('confirm.after', outcomes[0]?.effect.kind)
    const written = new Set(rows.map((row) => `${row.tenant_id}/${row.effect_key}`))
    return outcomes.map(({ effect, transition }) => {
      const isWritten = written.has(`${effect.tenantId}/${effect.effectKey}`)
      if (isWritten) tally?.add('effects_settled_total', { kind: effect.kind, outcome: transition.state }, 1)
      return isWritten
    })
  }, maxOutcomes)

  return {
    settle,
    async claim(wants, limit, now, { most, full } = noShare) {
      killPoint('claim.before')
      // No row is locked while it is only looked at: a tenant has one claimer, and the update looks at the state again.
      // The integration's status is a subquery, not a join, so that the effects come in the order of their index and the
      // look ends at the slots, however long the backlog is.
      const { rows } = await sql<ClaimedRow>`
        with wanted as (
          select w.tenant_id, w.slots, w.fence
          from unnest(
            ${wants.map(({ lease }) => lease.tenantId)}::text[],
            ${wants.map(({ slots }) => slots)}::int[],
            ${wants.map(({ lease }) => lease.fence)}::bigint[]
          ) as w (tenant_id, slots, fence)
          join leases l on l.service = 'projector' and l.tenant_id = w.tenant_id and l.fence = w.fence
            and l.expires_at > now()
          where not exists (select from tenant_rests r where r.tenant_id = w.tenant_id and r.state <> 'working')
        ), heads as (
          select w.fence, due.*, row_number() over (
            partition by due.tenant_id, due.shop order by due.not_before, due.seq) as place
          from wanted w cross join lateral (
            select e.tenant_id, e.effect_key, e.state as before, e.not_before, e.seq,
              case when e.lane = any(${empikplaceLanes}) then e.integration_id end as shop
            from effects e
            where e.tenant_id = w.tenant_id and e.state in ('planned', 'unknown') and e.not_before <= ${now}
              and (e.state = 'unknown' or not exists (select from restores where confirmed_at is null))
              and (e.integration_id <> all(${full}) or e.lane <> all(${empikplaceLanes}))
              and not exists (
                select 1 from effects p
                where p.tenant_id = e.tenant_id and p.integration_id = e.integration_id and p.thread_id = e.thread_id
                  and p.lane = e.lane and p.seq < e.seq
                  and (p.state in ('planned', 'claimed', 'unknown') or (p.state = 'parked' and p.holds_lane)))
              and (
                select i.status from integrations i
                where i.tenant_id = e.tenant_id and i.integration_id = e.integration_id) = 'running'
            order by e.not_before, e.seq limit w.slots
          ) due
          order by due.not_before limit ${limit}
        ), held as (
          select e.tenant_id, e.effect_key, h.fence, h.before from effects e join heads h using (tenant_id, effect_key)
          where h.shop is null or h.place <= ${most}
          order by e.tenant_id, e.effect_key for update of e
        )
        update effects e set state = 'claimed', fence = h.fence, claimed_at = ${now}, attempts = e.attempts + 1
        from held h where e.tenant_id = h.tenant_id and e.effect_key = h.effect_key and e.state = h.before
        returning e.tenant_id, e.effect_key, e.integration_id, e.thread_id, e.kind, e.subject, h.before, e.fence,
          e.attempts, e.failures, e.lookups, e.ambiguous_sends, e.passed_over,
          (select max(restored_at) from restores) as restored_at
      `.execute(db)
      const [first] = rows
      if (first) killPoint('claim.after', first.kind)
      return rows.map(fromRow)
    },
    async takeOver(lease, waitMs) {
      const { numUpdatedRows } = await db
        .updateTable('effects')
        .set({ state: 'unknown', not_before: sql`now() + ${waitMs} * interval '1 millisecond'` })
        .where('tenant_id', '=', lease.tenantId)
        .where('state', '=', 'claimed')
        .where('fence', '<', lease.fence)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
    async reconcile(leases, running, waitMs) {
      if (leases.length === 0) return 0
      // Rows are locked in the order of their key, as everywhere.
      const { rows } = await sql`
        with own as (
          select o.tenant_id, o.fence
          from unnest(
            ${leases.map(({ tenantId }) => tenantId)}::text[], ${leases.map(({ fence }) => fence)}::bigint[]
          ) as o (tenant_id, fence)
        ), lost as (
          select e.tenant_id, e.effect_key from effects e join own using (tenant_id)
          where e.state = 'claimed' and e.fence = own.fence
            and e.tenant_id || '/' || e.effect_key <> all(${[...running]}::text[])
          order by e.tenant_id, e.effect_key for update of e
        )
        update effects e set state = 'unknown', not_before = now() + ${waitMs} * interval '1 millisecond'
        from lost l where e.tenant_id = l.tenant_id and e.effect_key = l.effect_key and e.state = 'claimed'
        returning e.effect_key
      `.execute(db)
      return rows.length
    },
    async nextDue(tenantIds) {
      if (tenantIds.length === 0) return undefined
      const row = await db
        .selectFrom('effects')
        .select(({ fn }) => fn.min('not_before').as('at'))
        .where('tenant_id', '=', sql<string>`any(${tenantIds})`)
        .where('state', 'in', ['planned', 'unknown'])
        .where('not_before', '>', sql<Date>`now()`)
        .executeTakeFirst()
      return row?.at ?? undefined
    },
  }
}

const toRow = ({ effect, transition, failure }: Outcome) => ({
  tenant_id: effect.tenantId,
  effect_key: effect.effectKey,
  fence: effect.fence,
  state: transition.state,
  not_before: transition.notBefore,
  failures: transition.progress.failures,
  lookups: transition.progress.lookups,
  ambiguous_sends: transition.progress.ambiguousSends,
  passed_over: transition.progress.passedOver,
  failure_class: failure?.failureClass ?? null,
  failure_message: failure?.message ?? null,
})

const fromRow = (row: ClaimedRow): ClaimedEffect => ({
  tenantId: row.tenant_id,
  effectKey: row.effect_key,
  integrationId: row.integration_id,
  threadId: row.thread_id,
  kind: row.kind,
  subject: row.subject,
  lookUp: row.before === 'unknown',
  fence: row.fence,
  attempts: row.attempts,
  progress: {
    failures: row.failures,
    lookups: row.lookups,
    ambiguousSends: row.ambiguous_sends,
    passedOver: row.passed_over,
  },
  ...(row.restored_at && { restoredAt: row.restored_at }),
})
