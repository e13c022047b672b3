import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { ask, client } from '../api/client.ts'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'

/** Operations on all accounts with how far they have come. */
export function OperationsOfAll() {
  const t = useTranslations('alerts')
  const language = useLocale()
  const format = useFormatter()
  const { clock } = useTimes()
  const { data, error, refetch } = useQuery({
    queryKey: ['operations-of-all'],
    refetchInterval: 3_000,
    queryFn: () => ask(client.GET('/api/operations', { params: { query: { limit: 20 } } })),
  })
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('operations')}
      </Title>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Empty title={t('operationsEmpty')} />}
      {data && data.items.length > 0 && (
        <div className="scroll-x">
          <table className="table is-wide">
            <thead>
              <tr>
                <th scope="col">{t('operation')}</th>
                <th scope="col">{t('at')}</th>
                <th scope="col">{t('level')}</th>
                <th scope="col">{t('progress')}</th>
                <th scope="col">{t('findings')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ operationId, what, dryRun, requestedAt, state, progress, findings, failure }) => (
                <tr key={operationId}>
                  <th scope="row">
                    {what[language]} {dryRun && `(${t('dryRun')})`}
                  </th>
                  <td>{clock(requestedAt)}</td>
                  <td>
                    {t(`operationState.${state}`)}
                    {failure !== null && (
                      <Text size="sm" c="dimmed" lang="en">
                        {failure}
                      </Text>
                    )}
                  </td>
                  <td>
                    {progress.total === null
                      ? format.number(progress.done)
                      : t('progressOf', { done: format.number(progress.done), total: format.number(progress.total) })}
                  </td>
                  <td>{format.number(findings)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Stack>
  )
}
