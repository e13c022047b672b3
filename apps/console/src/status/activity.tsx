import { lazy, Suspense, useMemo, useState } from 'react'
import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import type { IntegrationStatus } from '../api/queries.ts'
import { Failed } from '../parts/states.tsx'

const Plot = lazy(() => import('./plot.tsx'))

const hour = 3_600_000
const ranges = {
  day: { step: 'hour', ms: 24 * hour },
  week: { step: 'hour', ms: 7 * 24 * hour },
  month: { step: 'day', ms: 30 * 24 * hour },
} as const
type Range = keyof typeof ranges
const rangeNames = Object.keys(ranges) as Range[]

const metrics = [
  ...(['messages', 'replies', 'tickets', 'parked', 'delay-p50', 'delay-p95'] as const),
  ...(['calls-empikplace', 'calls-thulium'] as const),
] as const
type Metric = (typeof metrics)[number]
/** Milliseconds, shown as seconds; adding them up would say nothing. */
const isDelay = (metric: string): boolean => metric.startsWith('delay')
/** Of which of the two sides' budgets it tells. */
const sideOf = { 'calls-empikplace': 'empikplace', 'calls-thulium': 'thulium' } as const
const hasSide = (metric: Metric): metric is keyof typeof sideOf => Object.hasOwn(sideOf, metric)
const height = 150

/** What stands for the whole of a plot: the longest, the fullest, or all together. */
function useWhole(status: IntegrationStatus): (metric: Metric, values: readonly number[]) => string {
  const t = useTranslations('status')
  const format = useFormatter()
  return (metric, values) => {
    const most = Math.max(0, ...values)
    if (isDelay(metric)) return t('longest', { n: most })
    if (!hasSide(metric)) return format.number(values.reduce((total, value) => total + value, 0))
    const all = status.sides[sideOf[metric]].callBudget?.perMinute ?? null
    return all === null ? t('fullest', { n: most }) : t('fullestOf', { n: most, all })
  }
}

function Series({ status, metric, range }: { status: IntegrationStatus; metric: Metric; range: Range }) {
  const { integrationId } = status
  const t = useTranslations('status')
  const format = useFormatter()
  const wholeOf = useWhole(status)
  const { tenantId } = useTenant()
  const { step, ms } = ranges[range]
  const { data, error, refetch } = useQuery({
    queryKey: ['series', tenantId, integrationId, metric, range],
    staleTime: 60_000,
    refetchInterval: 60_000,
    queryFn: () =>
      ask(
        client.GET('/api/tenants/{tenantId}/integrations/{integrationId}/series', {
          params: {
            path: { tenantId, integrationId },
            query: { metric, step, from: new Date(Date.now() - ms).toISOString() },
          },
        }),
      ),
  })
  const name = t(`metric.${metric}`)
  // The plot is drawn anew when its points are others.
  const points = useMemo(
    () => (data?.points ?? []).map(({ at, value }) => ({ at, value: isDelay(metric) ? value / 1_000 : value })),
    [data, metric],
  )
  const whole = wholeOf(
    metric,
    points.map(({ value }) => value),
  )
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <figure className="plot" style={{ margin: 0 }}>
      <figcaption>
        <Text fw={600}>
          {name}: {whole}
        </Text>
      </figcaption>
      <Suspense fallback={<Skeleton height={height} />}>
        {data ? <Plot points={points} height={height} /> : <Skeleton height={height} />}
      </Suspense>
      <details>
        <summary className="quiet">{t('table')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('time')}</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {points
              .filter(({ value }) => value > 0)
              .map(({ at, value }) => (
                <tr key={at}>
                  <td>
                    {format.dateTime(new Date(at), {
                      dateStyle: 'medium',
                      ...(step === 'hour' ? { timeStyle: 'short' as const } : {}),
                    })}
                  </td>
                  <td>{format.number(value, { maximumFractionDigits: 1 })}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** What went through, over a day, a week or a month, as plots and as tables. */
export function Activity({ status }: { status: IntegrationStatus }) {
  const t = useTranslations('status')
  const [range, setRange] = useState<Range>('day')
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('activity')}
      </Title>
      <div className="ranges" role="group" aria-label={t('rangeLabel')}>
        {rangeNames.map((one) => (
          <button key={one} type="button" className="choice" aria-pressed={one === range} onClick={() => setRange(one)}>
            {t(`range.${one}`)}
          </button>
        ))}
      </div>
      <div className="plots">
        {metrics.map((metric) => (
          <Series key={metric} status={status} metric={metric} range={range} />
        ))}
      </div>
    </Stack>
  )
}
