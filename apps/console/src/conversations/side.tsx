import { Fragment } from 'react'
import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import type { ConversationDetail } from '../api/queries.ts'
import { useTimes } from '../texts/times.ts'
import { Client } from './customer.tsx'
import { runningClocks, type RunningClock } from './clocks.ts'
import { Files } from './files.tsx'
import { Order } from './order.tsx'
import { panelLinks } from './panel-links.ts'

const runs = { empikplace: 'clockRuns', customer: 'personRuns', both: 'bothRun' } as const

/** Nearly always both run alike, and then it is said once. */
function merged(clocks: readonly RunningClock[]): (Omit<RunningClock, 'of'> & { of: keyof typeof runs })[] {
  const [one, other] = clocks
  const isAlike = one && other && one.since === other.since && one.dueAt === other.dueAt
  return isAlike ? [{ ...one, of: 'both' }] : [...clocks]
}

function Clock({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { clock, relative, now } = useTimes()
  const clocks = merged(runningClocks(detail, now))
  return (
    <section>
      <Title order={3} size="h5">
        {t('clock')}
      </Title>
      {clocks.length === 0 && <Text c="dimmed">{t('clockStands')}</Text>}
      {clocks.map(({ of, since, dueAt, isLate }) => (
        <div key={of} data-clock={of}>
          <div>{t(runs[of], { time: clock(since) })}</div>
          {dueAt !== null && (
            <strong className={isLate ? 'is-bad' : 'is-warn'}>
              {isLate ? t('clockLate', { time: relative(dueAt) }) : t('clockDue', { time: clock(dueAt) })}
            </strong>
          )}
        </div>
      ))}
    </section>
  )
}

function Links({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { tenantId } = useTenant()
  const { ticketId } = detail
  const isOneOrder = detail.orderIds.length === 1
  const links = panelLinks(tenantId, detail)
  const link = (href: string, text: string) => (
    <Anchor href={href} target="_blank" rel="noreferrer">
      {text}
    </Anchor>
  )
  return (
    <section>
      <Title order={3} size="h5">
        {t('links')}
      </Title>
      <Stack gap={4} align="flex-start">
        {links.conversation !== undefined && link(links.conversation, t('linkConversation'))}
        {links.orders.map(({ orderId, href }) => (
          <Fragment key={orderId}>
            {link(href, isOneOrder ? t('linkOrder') : t('linkOneOrder', { n: orderId }))}
          </Fragment>
        ))}
        {ticketId !== null && links.ticket !== undefined && link(links.ticket, t('linkTicket', { n: ticketId }))}
      </Stack>
    </section>
  )
}

/** What belongs to a conversation: the clock, the order, the customer, the way to the panels. */
export function Side({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  return (
    <aside className="talk-side" aria-label={t('details')}>
      <Clock detail={detail} />
      <Order detail={detail} />
      <Client detail={detail} />
      <Links detail={detail} />
      <Files detail={detail} />
    </aside>
  )
}
