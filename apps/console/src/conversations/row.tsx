import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { Conversation } from '../api/queries.ts'
import { useTimes } from '../texts/times.ts'
import { Marks } from './marks.tsx'
import { NextMark } from './next-mark.tsx'
import { isOfOperator } from './of-operator.ts'
import { ordersInShort } from './orders.ts'

export const placeOf = ({ integrationId, threadId }: { integrationId: string; threadId: string }): string =>
  `/zgloszenia/${integrationId}/${encodeURIComponent(threadId)}`

interface RowProps {
  row: Conversation
  shop: string | undefined
  isChosen: boolean
  isFirst: boolean
  onOpen: (row: Conversation) => void
}

/** A line of the list: who acts next, then who and what it is about. */
export const Row = memo(function Row({ row, shop, isChosen, isFirst, onOpen }: RowProps) {
  const t = useTranslations('conversations')
  const { clock, full } = useTimes()
  const orders = ordersInShort(row.orderIds)
  const at = row.lastMessageAt ?? row.changedAt
  return (
    <button
      type="button"
      className="row"
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={isChosen || isFirst ? 0 : -1}
      onClick={() => onOpen(row)}
      data-testid="conversation"
      data-thread={row.threadId}
    >
      <span className="row-line">
        <NextMark row={row} />
        <time dateTime={at} title={full(at)} className="quiet">
          {clock(at)}
        </time>
      </span>
      <span className="row-line">
        <span className="row-name">{row.customerName ?? t(isOfOperator(row) ? 'who.operator' : 'noName')}</span>
        <span className="quiet">{row.ticketId === null ? t('noTicket') : `#${row.ticketId}`}</span>
      </span>
      <span className="one-line">{row.subject === '' ? t('noSubject') : row.subject}</span>
      {row.lastWords !== '' && <span className="one-line quiet">{row.lastWords}</span>}
      <span className="row-line quiet">
        <span className="one-line">
          {[orders === undefined ? '' : t(orders.key, orders.values), shop ?? '']
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <Marks row={row} />
      </span>
    </button>
  )
})
