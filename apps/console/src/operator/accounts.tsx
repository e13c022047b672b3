import { useState } from 'react'
import { Anchor, Button, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { ask, client } from '../api/client.ts'
import type { HealthLevel } from '../api/queries.ts'
import { LevelMark } from '../parts/level-mark.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'

const levels = ['credentials-rejected', 'failing', 'late', 'rebuilding', 'stopped', 'ok'] as const
const isLevel = (text: string): text is HealthLevel => levels.some((level) => level === text)

const pageSize = 50
const refreshMs = 15_000

function useAccounts(level: HealthLevel | '', search: string) {
  return useInfiniteQuery({
    queryKey: ['accounts', level, search],
    initialPageParam: '',
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ask(
        client.GET('/api/tenants', {
          params: {
            query: {
              limit: pageSize,
              ...(level === '' ? {} : { level }),
              ...(search === '' ? {} : { search }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

/** Every account with its level, why, and since when. */
export function Accounts({ onChoose }: { onChoose: (tenantId: string) => void }) {
  const t = useTranslations('alerts')
  const words = useTranslations('alerts.accountLevel')
  const language = useLocale()
  const { clock } = useTimes()
  const [level, setLevel] = useState<HealthLevel | ''>('')
  const [search, setSearch] = useState('')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAccounts(level, search.trim())
  const all = data?.pages.flatMap(({ items }) => items)
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('accounts')}
      </Title>
      <Group align="flex-end">
        <TextInput
          label={t('search')}
          value={search}
          maxLength={100}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('level')}
          value={level}
          data={[{ value: '', label: t('levelAll') }, ...levels.map((one) => ({ value: one, label: words(one) }))]}
          onChange={({ currentTarget: { value } }) => setLevel(isLevel(value) ? value : '')}
        />
      </Group>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!all && !error && <Loading />}
      {all?.length === 0 && <Empty title={t(level === '' && search === '' ? 'accountsEmpty' : 'accountsNone')} />}
      {all && all.length > 0 && (
        <div className="scroll-x">
          <table className="table is-wide">
            <thead>
              <tr>
                <th scope="col">{t('account')}</th>
                <th scope="col">{t('level')}</th>
                <th scope="col">{t('since')}</th>
                <th scope="col">{t('reason')}</th>
                <th scope="col">{t('shops')}</th>
                <th scope="col">{t('parked')}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <tr key={one.tenantId}>
                  <th scope="row">
                    <Anchor component="button" ta="left" onClick={() => onChoose(one.tenantId)}>
                      {one.tenantId}
                    </Anchor>
                  </th>
                  <td className="unbroken" data-label={t('level')}>
                    <LevelMark level={one.level}>{words(one.level)}</LevelMark>
                  </td>
                  <td className="unbroken" data-label={t('since')}>
                    {one.since === null ? '–' : clock(one.since)}
                  </td>
                  <td data-label={t('reason')}>{one.reason[language]}</td>
                  <td data-label={t('shops')}>{one.integrations}</td>
                  <td data-label={t('parked')}>{one.parked}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
