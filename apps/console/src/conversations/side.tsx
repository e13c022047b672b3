import { useState } from 'react'
import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import type { ConversationDetail } from '../api/queries.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { useNotify } from '../parts/notify.ts'
import { useTimes } from '../texts/times.ts'
import { words } from './facts.ts'
import { Order } from './order.tsx'
import { panelLinks } from './panel-links.ts'

function Clock({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { clock, relative } = useTimes()
  const { replyNeededSince, replyDueAt, overdue } = detail
  return (
    <section>
      <Title order={3} size="h5">
        {t('clock')}
      </Title>
      {replyNeededSince === null ? (
        <Text c="dimmed">{t('clockStands')}</Text>
      ) : (
        <>
          <div>{t('clockRuns', { time: clock(replyNeededSince) })}</div>
          {replyDueAt !== null && (
            <strong className={overdue ? 'is-bad' : 'is-warn'}>
              {overdue ? t('clockLate', { time: relative(replyDueAt) }) : t('clockDue', { time: clock(replyDueAt) })}
            </strong>
          )}
        </>
      )}
    </section>
  )
}

function Client({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { tenantId, may } = useTenant()
  const notify = useNotify()
  const [question, ask1] = useState<Question>()
  const { integrationId, threadId } = detail
  const record = detail.events.findLast(({ type }) => type === 'CustomerLinked')?.data['thuliumCustomerId']
  const isAsked = detail.events.some(({ type }) => type === 'CustomerAdditionRequested')
  const add: Question = {
    title: t('addToCrm'),
    text: t('addToCrmText'),
    button: t('addToCrm'),
    run: async () => {
      await ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/add-to-crm', {
          params: { path: { tenantId, integrationId, threadId }, header: onceKey() },
        }),
      )
      notify(t('added'))
    },
  }
  return (
    <section>
      <Title order={3} size="h5">
        {t('client')}
      </Title>
      <div>{detail.customerName ?? t('noName')}</div>
      {detail.customerId !== null && (
        <Text size="sm" c="dimmed" className="anyhow">
          {t('clientId')}: {detail.customerId}
        </Text>
      )}
      {record !== undefined && (
        <Text size="sm">
          {t('crmRecord')}: {words(record)}
        </Text>
      )}
      {detail.outsideCrm && (
        <Stack gap="xs" mt="xs" align="flex-start">
          <strong className="is-warn">{t('outsideText')}</strong>
          {may('operate') && (
            <Button size="xs" variant="default" disabled={isAsked} onClick={() => ask1(add)}>
              {t('addToCrm')}
            </Button>
          )}
        </Stack>
      )}
      <Confirm question={question} onClose={() => ask1(undefined)} />
    </section>
  )
}

function Links({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { tenantId } = useTenant()
  const { ticketId } = detail
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
        {links.order !== undefined && link(links.order, t('linkOrder'))}
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
    </aside>
  )
}
