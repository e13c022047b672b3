import type { IntegrationRef } from '@connector/domain/words'
import type { TenantStore } from '@connector/store'
import { sql, type RawBuilder } from 'kysely'

const counts = ['conversations', 'messages', 'replies-requested', 'replies', 'tickets', 'parked'] as const
const delays = ['delay-p50', 'delay-p95'] as const
const budgets = ['calls-empikplace', 'calls-thulium'] as const
export const metrics = [...counts, ...delays, ...budgets] as const
export type Metric = (typeof metrics)[number]
type Delay = (typeof delays)[number]
type Budget = (typeof budgets)[number]

const isDelay = (metric: Metric): metric is Delay => delays.some((delay) => delay === metric)
const isBudget = (metric: Metric): metric is Budget => budgets.some((budget) => budget === metric)

const fractions: Record<Delay, number> = { 'delay-p50': 0.5, 'delay-p95': 0.95 }

const columns: Record<Exclude<Metric, Delay | Budget>, string> = {
  conversations: 'conversations',
  messages: 'messages',
  'replies-requested': 'replies_requested',
  replies: 'replies_sent',
  tickets: 'tickets',
  parked: 'parked',
}

export const steps = { hour: 3_600_000, day: 86_400_000 } as const
export type Step = keyof typeof steps

/** Six weeks of hours, or nearly three years of days. */
export const maxPoints = 1_000

export interface SeriesRange {
  /** Start of the first step. */
  from: Date
  points: number
}

/** The steps that touch the given time; steps begin at full hours or days in UTC. */
export function rangeOf(from: Date, to: Date, step: Step): SeriesRange {
  const size = steps[step]
  const first = Math.floor(from.getTime() / size)
  return { from: new Date(first * size), points: Math.ceil(to.getTime() / size) - first }
}

const pointOf = (column: string, { from }: SeriesRange, step: Step): RawBuilder<number> =>
  sql<number>`floor(extract(epoch from ${sql.ref(column)} - ${from}::timestamptz) * 1000 / ${steps[step]})::int`

type Points = RawBuilder<{ point: number; value: number }>

const countsOf = (
  { tenantId, integrationId }: IntegrationRef,
  metric: keyof typeof columns,
  step: Step,
  range: SeriesRange,
): Points => sql`
  select ${pointOf('hour', range, step)} as point, sum(${sql.ref(columns[metric])})::int as value
  from hourly_counts
  where tenant_id = ${tenantId} and integration_id = ${integrationId}
    and hour >= ${range.from} and hour < ${new Date(range.from.getTime() + range.points * steps[step])}
  group by 1`

/** From when a message was recorded, or was due, until it stood in the ticket: what the ledger knows of each. */
const delaysOf = (
  { tenantId, integrationId }: IntegrationRef,
  metric: Delay,
  step: Step,
  range: SeriesRange,
): Points => sql`
  select ${pointOf('settled_at', range, step)} as point,
    (percentile_cont(${fractions[metric]}) within group (
      order by greatest(0, extract(epoch from settled_at - planned_at))) * 1000)::int as value
  from effects
  where tenant_id = ${tenantId} and integration_id = ${integrationId} and state = 'confirmed'
    and kind in ('ticket:create', 'message:mirror')
    and settled_at >= ${range.from} and settled_at < ${new Date(range.from.getTime() + range.points * steps[step])}
  group by 1`

const sideOf = { 'calls-empikplace': 'empikplace', 'calls-thulium': 'thulium' } as const satisfies Record<
  Budget,
  string
>

/** The fullest minute of each step; the budget of Thulium is one of the whole account. */
const peaksOf = (
  { tenantId, integrationId }: IntegrationRef,
  metric: Budget,
  step: Step,
  range: SeriesRange,
): Points => sql`
  select ${pointOf('hour', range, step)} as point, max(peak)::int as value
  from call_peaks
  where tenant_id = ${tenantId} and integration_id in ('', ${integrationId}) and side = ${sideOf[metric]}
    and hour >= ${range.from} and hour < ${new Date(range.from.getTime() + range.points * steps[step])}
  group by 1`

/** One value for each step, 0 where nothing happened. */
export async function readSeries(
  store: TenantStore,
  ref: IntegrationRef,
  metric: Metric,
  step: Step,
  range: SeriesRange,
): Promise<{ at: string; value: number }[]> {
  const { from, points } = range
  const size = steps[step]
  const query = isDelay(metric)
    ? delaysOf(ref, metric, step, range)
    : isBudget(metric)
      ? peaksOf(ref, metric, step, range)
      : countsOf(ref, metric, step, range)
  const { rows } = await store.inTenant(ref.tenantId, (db) => query.execute(db))
  const values = new Map(rows.map(({ point, value }) => [point, value]))
  return Array.from({ length: points }, (_, point) => ({
    at: new Date(from.getTime() + point * size).toISOString(),
    value: values.get(point) ?? 0,
  }))
}
