import { useState } from 'react'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { components } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { anybody } from '../api/queries.ts'
import { useProblemWords } from '../api/problem.ts'
import { saveFile } from '../parts/save-file.ts'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'
import { csvOf, ndjsonOf } from './audit-file.ts'

type AuditEntry = components['schemas']['AuditEntry']

const shown = 50
const wholePage = 200
/** A browser holds them all before it writes them; more are fetched from the API by a program. */
const mostExported = 50_000

const readPage = (tenantId: string, limit: number, cursor: string | undefined) =>
  ask(
    client.GET('/api/tenants/{tenantId}/audit', {
      params: { path: { tenantId }, query: { limit, ...(cursor === undefined ? {} : { cursor }) } },
    }),
  )
type Page = Awaited<ReturnType<typeof readPage>>

async function readAll(tenantId: string): Promise<{ entries: AuditEntry[]; isCut: boolean }> {
  const entries: AuditEntry[] = []
  let cursor: string | undefined
  do {
    const page: Page = await readPage(tenantId, wholePage, cursor)
    entries.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && entries.length < mostExported)
  return { entries, isCut: cursor !== undefined }
}

const files = {
  csv: { type: 'text/csv', write: csvOf },
  ndjson: { type: 'application/x-ndjson', write: ndjsonOf },
} as const

/** Who did what, and who read what is personal, on the page and as a file. */
export function Audit() {
  const t = useTranslations('audit')
  const common = useTranslations('common')
  const words = useProblemWords()
  const { tenantId } = useTenant()
  const { clock } = useTimes()
  const [note, setNote] = useState<string>()
  const [busy, setBusy] = useState<keyof typeof files>()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['audit', tenantId],
    queryFn: ({ pageParam }): Promise<Page> => readPage(tenantId, shown, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
  })
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  const entries = data.pages.flatMap(({ items }) => items)
  const download = async (as: keyof typeof files): Promise<void> => {
    setBusy(as)
    setNote(undefined)
    try {
      const { entries: all, isCut } = await readAll(tenantId)
      saveFile(files[as].write(all), files[as].type, `audyt-${tenantId}.${as}`)
      if (isCut) setNote(t('cut', { n: all.length }))
    } catch (thrown) {
      setNote(words(thrown))
    }
    setBusy(undefined)
  }
  return (
    <Stack>
      <Text>{t('text')}</Text>
      <Group>
        {(['csv', 'ndjson'] as const).map((as) => (
          <Button key={as} size="xs" variant="default" loading={busy === as} onClick={() => void download(as)}>
            {t(as)}
          </Button>
        ))}
      </Group>
      {note !== undefined && (
        <Alert color="yellow" role="alert">
          {note}
        </Alert>
      )}
      {entries.length === 0 && <Empty title={t('empty')} />}
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t('title')}>
        <table className="table is-wide" data-testid="audit">
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('from')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ entryId, at, by, credential, kind, subject, address }) => (
              <tr key={entryId}>
                <td className="unbroken" data-label={t('when')}>
                  {clock(at)}
                </td>
                <td className="whole" data-label={t('who')}>
                  {by === null ? t(`credential.${credential}`) : by.name === anybody ? t('anybody') : by.name}
                </td>
                <td data-label={t('what')}>
                  {t(`kind.${kind}`)}
                  {subject !== null && <span className="quiet anyhow"> {subject}</span>}
                </td>
                <td className="unbroken" data-label={t('from')}>
                  {address}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </Stack>
  )
}
