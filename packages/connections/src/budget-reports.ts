import { startLoop, type Log, type Loop, type Tally } from '@connector/service-kit'
import { relaxedCommit, type Query, type TenantStore, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { reportTally } from './tally-reports.ts'
import { createBudgetNews, placeOf } from './budget-news.ts'
import type { BudgetUse, Clients } from './clients.ts'

/** How old the figures in a status may be. One statement in that time, however many integrations there are. */
const reportEveryMs = 10_000

/** What a process reported that is gone. */
const keptFor = sql`interval '1 day'`
/** A plot shows 30 days. */
const peaksKeptFor = sql`interval '40 days'`

/** Of a budget that is neither used nor paused there is nothing new to tell. */
const isInUse = ({ snapshot }: BudgetUse): boolean => snapshot.usedInMinute > 0 || snapshot.pausedUntil !== undefined

/**
 * One for each place. A shop whose key was replaced has two for a while, and a statement that writes one row twice fails as a
 * whole; the one that was asked for last counts.
 */
const newestOf = (all: readonly BudgetUse[]): BudgetUse[] => [
  ...new Map([...all].reverse().map((use) => [placeOf(use), use] as const)).values(),
]

const used = (clients: Clients): BudgetUse[] => newestOf(clients.budgetUse()).filter(isInUse)

async function writeDown(db: Query, reporter: string, uses: readonly BudgetUse[]): Promise<void> {
  const rows = uses.map(
    ({ tenantId, integrationId = '', side, snapshot: { pausedUntil, usedInMinute, perMinute } }) => ({
      tenant_id: tenantId,
      integration_id: integrationId,
      side,
      reporter,
      per_minute: Number.isFinite(perMinute) ? Math.round(perMinute) : null,
      used: usedInMinute,
      paused_until: pausedUntil ?? null,
    }),
  )
  // A peak that is no higher than the one before is not written: most reports change nothing of their hour.
  await sql`
      with reported as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (tenant_id text, integration_id text,
          side text, reporter uuid, per_minute int, used int, paused_until timestamptz)
        where ${relaxedCommit}),
      peaks as (
        insert into call_peaks as before (tenant_id, integration_id, side, hour, peak, per_minute)
        select tenant_id, integration_id, side, date_trunc('hour', now(), 'UTC'), used, per_minute
        from reported r where used > 0 and not exists (
          select from call_peaks k where k.tenant_id = r.tenant_id and k.integration_id = r.integration_id
            and k.side = r.side and k.hour = date_trunc('hour', now(), 'UTC') and k.peak >= r.used)
        on conflict (tenant_id, integration_id, side, hour) do update
          set peak = greatest(before.peak, excluded.peak), per_minute = excluded.per_minute)
      insert into call_budgets (tenant_id, integration_id, side, reporter, per_minute, used, paused_until, observed_at)
      select tenant_id, integration_id, side, reporter, per_minute, used, paused_until, now() from reported
      on conflict (tenant_id, integration_id, side, reporter) do update set per_minute = excluded.per_minute,
        used = excluded.used, paused_until = excluded.paused_until, observed_at = excluded.observed_at`.execute(db)
}

/** Budgets live in the memory of the process that calls; this is how the status gets to know of them. */
export function startBudgetReports(deps: {
  clients: Clients
  store: WorkerStore
  logger: Log
  tally?: Tally
  /** Monotonic, in ms. */
  clock?: () => number
}): Loop {
  const { clients, store, logger, tally, clock = () => performance.now() } = deps
  const news = createBudgetNews(clock)

  let cleanedAt = -Infinity
  async function clean(now: number): Promise<void> {
    if (now - cleanedAt < 3_600_000) return
    cleanedAt = now
    await store.db
      .deleteFrom('call_budgets')
      .where('observed_at', '<', sql<Date>`now() - ${keptFor}`)
      .execute()
    await store.db
      .deleteFrom('call_peaks')
      .where('hour', '<', sql<Date>`now() - ${peaksKeptFor}`)
      .execute()
  }

  return startLoop({
    log: logger,
    operation: 'budget-reports',
    step: async () => {
      if (tally) await reportTally(store, tally)
      const uses = news.of(used(clients))
      try {
        if (uses.length > 0) await writeDown(store.db, clients.id, uses)
      } catch (error) {
        news.forget()
        throw error
      }
      await clean(performance.now())
      return reportEveryMs
    },
  })
}

/** The same for an API that runs alone, which sees one tenant at a time. The workers clean up after it. */
export function startBudgetReportsOfApi(deps: {
  clients: Clients
  store: Pick<TenantStore, 'inTenant' | 'asOperator'>
  logger: Log
  tally: Tally
}): Loop {
  const { clients, store, logger, tally } = deps
  return startLoop({
    log: logger,
    operation: 'budget-reports',
    step: async () => {
      await store.asOperator((db) => reportTally({ db }, tally))
      const uses = used(clients)
      for (const tenantId of new Set(uses.map((use) => use.tenantId))) {
        const own = uses.filter((use) => use.tenantId === tenantId)
        await store.inTenant(tenantId, (db) => writeDown(db, clients.id, own))
      }
      return reportEveryMs
    },
  })
}
