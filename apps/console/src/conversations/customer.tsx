import { useState } from 'react'
import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import type { ConversationDetail } from '../api/queries.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { useNotify } from '../parts/notify.tsx'
import { words } from './facts.ts'
import { NextMark } from './next-mark.tsx'
import { isOfOperator } from './of-operator.ts'
import { useOfBuyer } from './queries.ts'
import { placeOf } from './row.tsx'

/** More than these nobody reads in a narrow column; the search finds the rest. */
const mostOthers = 5

/** What else this buyer wrote about, in all shops of the account. */
function Others({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { data } = useOfBuyer(detail.customerId)
  if (!data || detail.customerId === null) return null
  const others = data.items.filter(
    ({ threadId, integrationId }) => threadId !== detail.threadId || integrationId !== detail.integrationId,
  )
  const orders = new Set(data.items.flatMap(({ orderIds }) => orderIds)).size
  return (
    <div data-testid="others">
      <Title order={4} size="h6" mt="sm" mb={4}>
        {t('others')}
      </Title>
      {others.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noOthers')}
        </Text>
      )}
      <ul className="plain-list products">
        {others.slice(0, mostOthers).map((other) => (
          <li key={`${other.integrationId}/${other.threadId}`}>
            <Anchor component={Link} href={placeOf(other)} size="sm">
              {other.subject === '' ? t('noSubject') : other.subject}
            </Anchor>
            <Text size="sm" component="div">
              <NextMark row={other} />
            </Text>
          </li>
        ))}
      </ul>
      {(others.length > mostOthers || data.nextCursor !== null) && (
        <Text size="sm" c="dimmed">
          {t('moreOthers')}
        </Text>
      )}
      {others.length > 0 && orders > 0 && data.nextCursor === null && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('ordersCount', { n: orders })}
        </Text>
      )}
    </div>
  )
}

/** Who writes: his record in the CRM, what else he wrote about, and what can be done. */
export function Client({ detail }: { detail: ConversationDetail }) {
  const t = useTranslations('conversations')
  const { tenantId, may } = useTenant()
  const notify = useNotify()
  const [question, ask1] = useState<Question>()
  const { integrationId, threadId } = detail
  const isOperator = isOfOperator(detail)
  const record = detail.events.findLast(({ type }) => type === 'CustomerLinked')?.data['thuliumCustomerId']
  const isAsked = detail.events.some(({ type }) => type === 'CustomerAdditionRequested')
  const add: Question = {
    title: (t) => t('conversations.addToCrm'),
    text: (t) => t('conversations.addToCrmText'),
    button: (t) => t('conversations.addToCrm'),
    run: async () => {
      await ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/conversations/{threadId}/add-to-crm', {
          params: { path: { tenantId, integrationId, threadId }, header: onceKey() },
        }),
      )
      notify((t) => t('conversations.added'))
    },
  }
  return (
    <section>
      <Title order={3} size="h5">
        {t('client')}
      </Title>
      <div>{detail.customerName ?? t(isOperator ? 'who.operator' : 'noName')}</div>
      {detail.customerId !== null && !isOperator && (
        <Text size="sm" c="dimmed" className="anyhow">
          {t('clientId')}: {detail.customerId}
        </Text>
      )}
      {detail.customerId !== null && !isOperator && may('config') && (
        <Anchor
          component={Link}
          size="sm"
          href={`/ustawienia?karta=privacy&klient=${encodeURIComponent(detail.customerId)}`}
        >
          {t('clientData')}
        </Anchor>
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
      <Others detail={detail} />
      <Confirm question={question} onClose={() => ask1(undefined)} />
    </section>
  )
}
