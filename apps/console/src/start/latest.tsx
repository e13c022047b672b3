import { Link } from 'wouter'
import { useTranslations } from 'use-intl'
import { useConversations } from '../conversations/queries.ts'
import { NextMark } from '../conversations/next-mark.tsx'
import { placeOf } from '../conversations/row.tsx'
import { useShops } from '../api/queries.ts'
import { NoShopYet } from '../parts/no-shop-yet.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'

const shown = 5

/** The newest conversations, as they come. */
export function Latest() {
  const t = useTranslations('conversations')
  const { data, error, isPending } = useConversations({ view: 'all', search: '', integrationId: undefined })
  const shops = useShops()
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} />
  const rows = (data.pages[0]?.items ?? []).slice(0, shown)
  if (rows.length === 0 && shops?.length === 0) return <NoShopYet />
  if (rows.length === 0) return <Empty title={t('emptyFirst')} text={t('emptyFirstText')} />
  return (
    <ul className="plain-list" aria-live="polite">
      {rows.map((row) => (
        <li key={`${row.integrationId}/${row.threadId}`} className="latest">
          <Link href={placeOf(row)} data-testid="latest">
            {row.subject === '' ? t('noSubject') : row.subject}
          </Link>
          <span>{row.customerName ?? t('noName')}</span>
          <span className="quiet">{row.ticketId === null ? t('noTicket') : t('ticket', { n: row.ticketId })}</span>
          <NextMark row={row} />
        </li>
      ))}
    </ul>
  )
}
