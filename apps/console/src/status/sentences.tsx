import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { anybody, changesQuery, type IntegrationStatus } from '../api/queries.ts'
import { shortLengthOf, useTimes } from '../texts/times.ts'

/** Up to when messages and answers have come through. Numbers of the connector, by which one sees that it works. */
export function LastMoved({ status: { lastMessage, lastReply } }: { status: IntegrationStatus }) {
  const t = useTranslations('status')
  const { clock } = useTimes()
  return (
    <Text mt={4} data-testid="last-moved">
      {lastMessage === null
        ? t('noMessageYet')
        : t('lastMessage', {
            time: clock(lastMessage.at, 'seconds'),
            delay: shortLengthOf(lastMessage.delaySeconds),
          })}{' '}
      {lastReply !== null && t('lastReply', { time: clock(lastReply.at, 'seconds') })}
    </Text>
  )
}

/** Of the last week; a share of nothing says nothing. */
export function Answered({ week }: { week: IntegrationStatus['lastWeek'] }) {
  const t = useTranslations('status')
  const format = useFormatter()
  if (week.answered === 0) return null
  // Only where none was late is it the whole.
  const share = Math.floor((week.answeredInDay / week.answered) * 100) / 100
  return (
    <Text component="div" mt={4} data-testid="answered">
      {t('answeredInDay', {
        share: format.number(share, { style: 'percent' }),
        n: week.answeredInDay,
        all: week.answered,
      })}
      <Text size="sm" c="dimmed">
        {t('answeredHow')}
      </Text>
    </Text>
  )
}

/** Who stopped it and when, for whoever may read its changes; otherwise that it was done by hand. */
export function WhoStopped({ status: { integrationId, statusSince, health } }: { status: IntegrationStatus }) {
  const t = useTranslations('status')
  const language = useLocale()
  const { tenantId, may } = useTenant()
  const { clock } = useTimes()
  const { data } = useQuery({
    ...changesQuery(tenantId, integrationId),
    queryKey: ['changes', tenantId, integrationId, statusSince],
    enabled: may('config'),
  })
  const stop = data?.items.find(({ what }) => what === 'stopped')
  return stop?.by ? (
    <Text mt={4} data-testid="who-stopped">
      {stop.by.name === anybody
        ? t('stoppedAt', { time: clock(stop.at) })
        : t('stoppedBy', { time: clock(stop.at), name: stop.by.name })}
    </Text>
  ) : (
    <Text mt={4}>{health.reason[language]}</Text>
  )
}
