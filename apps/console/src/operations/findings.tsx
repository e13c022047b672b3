import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import type { components } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { placeOf } from '../conversations/row.tsx'
import { saveFile } from '../parts/save-file.ts'
import { Empty, Failed, Loading, Refusal } from '../parts/states.tsx'

type Finding = components['schemas']['OperationFinding']

const atOnce = 50
const findingsUrl = '/api/tenants/{tenantId}/operations/{operationId}/findings' as const

/** The files of the same address are text; without `accept` it answers with a page. */
async function readPage(tenantId: string, operationId: string, cursor: string | undefined) {
  const query = { limit: atOnce, ...(cursor === undefined ? {} : { cursor }) }
  const page = await ask(client.GET(findingsUrl, { params: { path: { tenantId, operationId }, query } }))
  return typeof page === 'string' ? { items: [], nextCursor: null } : page
}
type Page = Awaited<ReturnType<typeof readPage>>

function One({ finding }: { finding: Finding }) {
  const t = useTranslations('operations')
  const language = useLocale()
  const { title, subject, texts, integrationId, threadId } = finding
  // Behind the link to a conversation its own id says nothing more.
  const isOfWhole = threadId !== null && subject === threadId
  return (
    <li>
      <strong>{title[language]}</strong>{' '}
      {!isOfWhole && <span className="quiet anyhow">{texts.subject[language]} </span>}
      {integrationId !== null && threadId !== null && (
        <Anchor component={Link} href={placeOf({ integrationId, threadId })}>
          {t('conversation')}
        </Anchor>
      )}
      <Text size="sm" c="dimmed" className="anyhow">
        {texts.detail[language]} {texts.cure !== null && `→ ${texts.cure[language]}`}
      </Text>
    </li>
  )
}

/** What an operation has found or done, page by page, and all of it as a file. */
export function Findings({ operationId }: { operationId: string }) {
  const t = useTranslations('operations')
  const { tenantId } = useTenant()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['findings', tenantId, operationId],
    queryFn: ({ pageParam }): Promise<Page> => readPage(tenantId, operationId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
  })
  const download = useMutation({
    mutationFn: async () => {
      const text = await ask(
        client.GET(findingsUrl, {
          params: { path: { tenantId, operationId } },
          headers: { accept: 'text/csv' },
          parseAs: 'text',
        }),
      )
      saveFile(text, 'text/csv', `${operationId}.csv`)
    },
  })
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  const items = data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <Empty title={t('findingsEmpty')} />
  return (
    <Stack data-testid="findings">
      <Text fw={600}>{t('findingsTitle')}</Text>
      <ul className="findings">
        {items.map((finding) => (
          <One key={finding.place} finding={finding} />
        ))}
      </ul>
      <Group>
        {hasNextPage && (
          <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        )}
        <Button size="xs" variant="default" loading={download.isPending} onClick={() => download.mutate()}>
          {t('csv')}
        </Button>
      </Group>
      <Refusal error={download.error} />
    </Stack>
  )
}
