import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { ask, client } from '../api/client.ts'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'

/** What the operator was told of last, whether anybody had it sent or not. */
export function LatestAlerts() {
  const t = useTranslations('alerts')
  const language = useLocale()
  const { clock } = useTimes()
  const { data, error, refetch } = useQuery({
    queryKey: ['operator-alerts'],
    refetchInterval: 15_000,
    queryFn: () => ask(client.GET('/api/alerts', { params: { query: { limit: 20 } } })),
  })
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('latest')}
      </Title>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Empty title={t('latestEmpty')} />}
      {data && data.items.length > 0 && (
        <ul className="told">
          {data.items.map((alert) => (
            <li key={alert.alertId}>
              <Text size="sm" c="dimmed">
                {clock(alert.at)}
              </Text>
              <div>
                <strong className={alert.phase === 'over' ? 'is-good' : 'is-bad'}>{alert.title[language]}</strong>
                <Text size="sm">
                  {alert.text[language]} {alert.leftOut && `(${t('leftOut')})`}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
