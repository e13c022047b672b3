import { lazy, Suspense, useMemo, useState } from 'react'
import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
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

const metrics = ['messages', 'replies', 'tickets', 'parked', 'delay-p50', 'delay-p95'] as const
/** Milliseconds, shown as seconds; adding them up would say nothing. */
const isDelay = (metric: string): boolean => metric.startsWith('delay')
const height = 150

function Series({
  integrationId,
  metric,
  range,
}: {
  integrationId: string
  metric: (typeof metrics)[number]
  range: Range
}) {
  const t = useTranslations('status')
  const format = useFormatter()
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
  const whole = isDelay(metric)
    ? t('longest', { n: Math.max(0, ...points.map(({ value }) => value)) })
    : format.number(points.reduce((total, { value }) => total + value, 0))
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
export function Activity({ integrationId }: { integrationId: string }) {
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
          <Series key={metric} integrationId={integrationId} metric={metric} range={range} />
        ))}
      </div>
    </Stack>
  )
}
