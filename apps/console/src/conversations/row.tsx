import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { Conversation } from '../api/queries.ts'
import { useTimes } from '../texts/times.ts'
import { NextMark } from './next-mark.tsx'

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
        <span className="row-name">{row.customerName ?? t('noName')}</span>
        <span className="quiet">{row.ticketId === null ? t('noTicket') : `#${row.ticketId}`}</span>
      </span>
      <span className="row-topic">{row.subject === '' ? t('noSubject') : row.subject}</span>
      <span className="row-line quiet">
        <span>{row.orderId === null ? '' : t('order', { n: row.orderId })}</span>
        <span>{[row.outsideCrm ? t('outside') : '', shop ?? ''].filter((part) => part !== '').join(' · ')}</span>
      </span>
    </button>
  )
})
