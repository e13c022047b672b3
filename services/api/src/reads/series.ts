import type { IntegrationRef } from '@connector/domain/words'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'

export const metrics = ['conversations', 'messages', 'replies-requested', 'replies', 'tickets', 'parked'] as const
export type Metric = (typeof metrics)[number]

const columns: Record<Metric, string> = {
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

/** One value for each step, 0 where nothing happened. */
export async function readSeries(
  store: TenantStore,
  { tenantId, integrationId }: IntegrationRef,
  metric: Metric,
  step: Step,
  { from, points }: SeriesRange,
): Promise<{ at: string; value: number }[]> {
  const size = steps[step]
  const { rows } = await store.inTenant(tenantId, (db) =>
    sql<{ point: number; value: number }>`
      select
        floor(extract(epoch from hour - ${from}::timestamptz) * 1000 / ${size})::int as point,
        sum(${sql.ref(columns[metric])})::int as value
      from hourly_counts
      where tenant_id = ${tenantId} and integration_id = ${integrationId}
        and hour >= ${from} and hour < ${new Date(from.getTime() + points * size)}
      group by 1
    `.execute(db),
  )
  const values = new Map(rows.map(({ point, value }) => [point, value]))
  return Array.from({ length: points }, (_, point) => ({
    at: new Date(from.getTime() + point * size).toISOString(),
    value: values.get(point) ?? 0,
  }))
}
