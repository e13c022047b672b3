import { useState } from 'react'
import { Button, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { useLocale, useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { useLostSince } from '../api/live.ts'
import { useStatus, type IntegrationStatus } from '../api/queries.ts'
import { PreflightButton } from '../integrations/preflight.tsx'
import { useRunQuestion } from '../integrations/run-question.ts'
import '../integrations/integrations.css'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { LevelMark, saysMore } from '../parts/level-mark.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { NoShopYet } from '../parts/no-shop-yet.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { lengthOf, useTimes } from '../texts/times.ts'
import { Activity } from './activity.tsx'
import { Lane } from './lane.tsx'
import { Answered, LastMoved, WhoStopped } from './sentences.tsx'
import './status.css'

function Figures({ status }: { status: IntegrationStatus }) {
  const t = useTranslations('status')
  const lag = Math.max(status.lag.messageSeconds, status.lag.replySeconds)
  const figures: [string, string | number, string | undefined][] = [
    [t('lag'), lag === 0 ? t('lagNone') : lengthOf(lag * 1000), undefined],
    [t('waiting'), status.effects.waiting, undefined],
    [t('uncertain'), status.effects.uncertain, status.effects.uncertain > 0 ? 'is-warn' : undefined],
    [t('parked'), status.effects.parked, status.effects.parked > 0 ? 'is-bad' : undefined],
    [t('overdue'), status.overdueReplies, status.overdueReplies > 0 ? 'is-bad' : undefined],
    [t('pending'), status.repliesPending, undefined],
  ]
  return (
    <dl className="facts figures">
      {figures.map(([name, value, tone]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={tone === undefined ? 'figure' : `figure ${tone}`}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Why it is as it is, where that says more than the word for it. */
function Why({ status }: { status: IntegrationStatus }) {
  const language = useLocale()
  if (status.status === 'stopped') return <WhoStopped status={status} />
  if (status.status === 'configured' || !saysMore(status.health)) return null
  return <Text mt={4}>{status.health.reason[language]}</Text>
}

/** @param isOne whether it is the only one on the page; beside others its plots are a click away */
function Shop({
  status,
  isOne,
  onAsk,
}: {
  status: IntegrationStatus
  isOne: boolean
  onAsk: (question: Question) => void
}) {
  const t = useTranslations('status')
  const integrations = useTranslations('integrations')
  const question = useRunQuestion()
  const { may } = useTenant()
  const { clock } = useTimes()
  const { integrationId, name, health } = status
  const runs = status.status === 'running'
  return (
    <section className="panel" aria-labelledby={`status-${integrationId}`} data-testid="shop-status">
      <Stack>
        <div>
          <Title order={2} size="h3" id={`status-${integrationId}`}>
            {isOne ? (
              name
            ) : (
              <Link href={`/status/${integrationId}`} className="name-link">
                {name}
              </Link>
            )}
          </Title>
          {status.status === 'configured' ? (
            <LevelMark level={health.level}>{integrations('status.configured')}</LevelMark>
          ) : (
            <LevelMark level={health.level}>
              {t(`level.${health.level}`)}
              {health.since !== null && health.level !== 'ok' && ` ${t('since', { time: clock(health.since) })}`}
            </LevelMark>
          )}
          <Why status={status} />
          {status.status !== 'configured' && <LastMoved status={status} />}
          <Answered week={status.lastWeek} />
          {status.status === 'stopped' && may('operate') && (
            <Button mt="sm" onClick={() => onAsk(question({ integrationId, name }, 'start'))}>
              {integrations('start')}
            </Button>
          )}
          {health.level === 'credentials-rejected' && may('config') && (
            <Button component={Link} href={`/integracje/${integrationId}/polaczenie`} mt="sm">
              {t('newKey')}
            </Button>
          )}
        </div>
        <div className="lanes">
          <Lane name="empikplace" side={status.sides.empikplace} runs={runs} />
          <Lane name="thulium" side={status.sides.thulium} runs={runs} />
        </div>
        <Figures status={status} />
        {status.missingFields.map(({ name: field, since }) => (
          <Text key={field} className="is-bad">
            {t('missingField', { name: field, time: clock(since) })}
          </Text>
        ))}
        {isOne ? (
          <Activity status={status} />
        ) : (
          <div>
            <Button component={Link} href={`/status/${integrationId}`} variant="default">
              {t('plotsOf')}
            </Button>
          </div>
        )}
        {isOne && may('config') && <PreflightButton integrationId={integrationId} />}
      </Stack>
    </section>
  )
}

/** How each shop is doing: a sentence first, then what it is made of. A shop has an address of its own, too. */
export default function Status({ integrationId }: { integrationId: string | undefined }) {
  const t = useTranslations('status')
  const app = useTranslations('app')
  const { clock } = useTimes()
  const { data, error, isPending, isError, dataUpdatedAt, refetch } = useStatus()
  const lost = useLostSince()
  const [question, ask] = useState<Question>()
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  const shown = data.integrations.filter((one) => integrationId === undefined || one.integrationId === integrationId)
  return (
    <div className="page">
      <PageTitle title={t('title')}>
        {integrationId !== undefined && shown.length > 0 && data.integrations.length > 1 && (
          <Button component={Link} href="/status" variant="default">
            {t('allShops')}
          </Button>
        )}
      </PageTitle>
      {(isError || lost !== undefined) && (
        <Text className="is-warn" role="status">
          {app('dataFrom', { time: clock(new Date(dataUpdatedAt).toISOString()) })}
        </Text>
      )}
      {data.integrations.length === 0 && integrationId === undefined && (
        <div className="panel">
          <NoShopYet />
        </div>
      )}
      {integrationId !== undefined && shown.length === 0 && (
        <div className="panel">
          <Empty title={t('unknownShop')} text={t('unknownShopText')}>
            <Button component={Link} href="/status">
              {t('allShops')}
            </Button>
          </Empty>
        </div>
      )}
      {shown.map((status) => (
        <Shop key={status.integrationId} status={status} isOne={shown.length === 1} onAsk={ask} />
      ))}
      <Confirm question={question} onClose={() => ask(undefined)} />
    </div>
  )
}
