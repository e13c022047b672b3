import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ask, client } from '../api/client.ts'
import { OperationsTable } from '../operations/table.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'

/** Operations on all accounts with how far they have come. */
export function OperationsOfAll() {
  const t = useTranslations('operations')
  const { data, error, refetch } = useQuery({
    queryKey: ['operations-of-all'],
    refetchInterval: 3_000,
    queryFn: () => ask(client.GET('/api/operations', { params: { query: { limit: 20 } } })),
  })
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {t('ofAll')}
        </Title>
        <Text c="dimmed">{t('ofAllText')}</Text>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Empty title={t('empty')} />}
      {data && data.items.length > 0 && <OperationsTable items={data.items} />}
    </Stack>
  )
}
