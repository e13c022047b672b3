import { useCallback } from 'react'
import { Title } from '@mantine/core'
import { useLocation, useParams, useSearchParams } from 'wouter'
import { useTranslations } from 'use-intl'
import { useShops, type Conversation } from '../api/queries.ts'
import { Empty } from '../parts/states.tsx'
import { ConversationView } from './conversation.tsx'
import { Filters } from './filters.tsx'
import { List } from './list.tsx'
import { useKeys } from '../parts/use-keys.ts'
import { useWaitingNow, views, type Filter, type View } from './queries.ts'
import { placeOf } from './row.tsx'
import './conversations.css'

const names = { view: 'widok', search: 'q', integrationId: 'sklep' } as const

const viewOf = (text: string | null): View => views.find((view) => view === text) ?? 'all'

/** List, conversation and what belongs to it, side by side; on a narrow screen one after the other. */
export default function Conversations() {
  const t = useTranslations('conversations')
  const [, goTo] = useLocation()
  const params = useParams<{ integrationId?: string; threadId?: string }>()
  const [asked, setAsked] = useSearchParams()
  const shops = useShops() ?? []
  const filter: Filter = {
    view: viewOf(asked.get(names.view)),
    search: asked.get(names.search) ?? '',
    integrationId: asked.get(names.integrationId) ?? undefined,
  }
  const change = useCallback(
    (next: Partial<Filter>) =>
      setAsked((before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(next))
          if (value === undefined || value === '') after.delete(names[name as keyof Filter])
          else after.set(names[name as keyof Filter], value)
        return after
      }),
    [setAsked],
  )
  const query = asked.size === 0 ? '' : `?${asked.toString()}`
  const open = useCallback((row: Conversation) => goTo(`${placeOf(row)}${query}`), [goTo, query])
  const { integrationId, threadId } = params
  const chosen =
    integrationId !== undefined && threadId !== undefined
      ? { integrationId, threadId: decodeURIComponent(threadId) }
      : undefined
  const waitingNow = useWaitingNow(filter.integrationId)
  const toWaiting = async (by: 1 | -1): Promise<void> => {
    const rows = await waitingNow()
    const here = rows.findIndex(
      (row) => row.threadId === chosen?.threadId && row.integrationId === chosen.integrationId,
    )
    const next = here === -1 ? rows[by === 1 ? 0 : rows.length - 1] : rows[here + by]
    if (next) open(next)
  }
  useKeys({
    '/': () => document.getElementById('search-conversations')?.focus(),
    '[': () => void toWaiting(-1),
    ']': () => void toWaiting(1),
  })
  return (
    <div className="inbox" data-chosen={chosen !== undefined}>
      <section className="inbox-list" aria-labelledby="conversations-title">
        <Title order={1} size="h4" id="conversations-title" className="inbox-title">
          {t('title')}
        </Title>
        <Filters filter={filter} shops={shops} onChange={change} />
        <List
          filter={filter}
          shops={shops}
          chosen={chosen && `${chosen.integrationId}/${chosen.threadId}`}
          onOpen={open}
        />
      </section>
      {chosen ? (
        <ConversationView
          key={`${chosen.integrationId}/${chosen.threadId}`}
          {...chosen}
          onBack={() => goTo(`/zgloszenia${query}`)}
        />
      ) : (
        <div className="inbox-rest">
          <Empty title={t('choose')} text={t('chooseText')} />
        </div>
      )}
    </div>
  )
}
