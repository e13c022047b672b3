import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@mantine/core'
import { VList, type VListHandle } from 'virtua'
import { useTranslations } from 'use-intl'
import { useShops, type Conversation, type Shop } from '../api/queries.ts'
import { NoShopYet } from '../parts/no-shop-yet.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useConversations, type Filter } from './queries.ts'
import { Row } from './row.tsx'
import { useKeys } from '../parts/use-keys.ts'
import { NothingWaits } from './nothing-waits.tsx'

interface ListProps {
  filter: Filter
  shops: readonly Shop[]
  chosen: string | undefined
  onOpen: (row: Conversation) => void
}

const keyOf = ({ integrationId, threadId }: Conversation): string => `${integrationId}/${threadId}`

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Rows from the end at which the next page is asked for. */
const ahead = 15

/** Says what came while somebody was reading further down, instead of moving the list under him. */
function useNews(rows: readonly Conversation[], isAtTop: boolean): number {
  const top = rows[0] && keyOf(rows[0])
  const [seenTop, setSeenTop] = useState(top)
  useEffect(() => {
    if (isAtTop) setSeenTop(top)
  }, [isAtTop, top])
  if (isAtTop) return 0
  const at = rows.findIndex((row) => keyOf(row) === seenTop)
  return Math.max(0, at)
}

export function List({ filter, shops, chosen, onOpen }: ListProps) {
  const t = useTranslations('conversations')
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useConversations(filter)
  const hasNoShop = useShops()?.length === 0
  const list = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const [isAtTop, setAtTop] = useState(true)
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const news = useNews(rows, isAtTop)
  const focusRow = (index: number): void => {
    if (index < 0 || index >= rows.length) return
    list.current?.scrollToIndex(index, { align: 'nearest' })
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus())
  }
  /** The row that has the focus, else the one that is open; the first step leads to the first row otherwise. */
  const step = (by: number): void => {
    const focused = document.activeElement?.closest('[data-index]')?.getAttribute('data-index')
    const open = rows.findIndex((row) => keyOf(row) === chosen)
    focusRow(focused === null || focused === undefined ? Math.max(0, open + by) : Number(focused) + by)
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  if (isPending) return <Loading />
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />
  if (rows.length === 0) {
    const { view, search } = filter
    if (search !== '') return <Empty title={t('empty')} text={t('emptyText')} />
    if (hasNoShop) return <NoShopYet />
    if (view === 'all') return <Empty title={t('emptyFirst')} text={t('emptyFirstText')} />
    if (view === 'waiting') return <NothingWaits />
    return <Empty title={t(`emptyView.${view}`)} text={t('emptyViewText')} />
  }

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const by = arrows[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }
  const onScroll = (offset: number): void => {
    setAtTop(offset < 40)
    const end = list.current ? list.current.findItemIndex(offset + list.current.viewportSize) : 0
    if (hasNextPage && !isFetchingNextPage && end > rows.length - ahead) void fetchNextPage()
  }
  const shopOf = (row: Conversation): string | undefined =>
    shops.length > 1 ? shops.find(({ integrationId }) => integrationId === row.integrationId)?.name : undefined
  return (
    <div className="list-box" ref={box} onKeyDown={onKey} role="group" aria-label={t('list')}>
      {news > 0 && (
        <Button className="news" size="xs" onClick={() => list.current?.scrollToIndex(0)}>
          {t('new', { n: news })}
        </Button>
      )}
      <VList ref={list} onScroll={onScroll} shift={!isAtTop} data-testid="conversations">
        {rows.map((row, index) => (
          <div key={keyOf(row)} data-index={index}>
            <Row row={row} shop={shopOf(row)} isChosen={chosen === keyOf(row)} isFirst={index === 0} onOpen={onOpen} />
          </div>
        ))}
      </VList>
    </div>
  )
}
