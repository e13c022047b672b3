import { useState } from 'react'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useLocale, useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { useIntegrations, useStatus, type Integration } from '../api/queries.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { LevelMark, saysMore } from '../parts/level-mark.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { NoShopYet } from '../parts/no-shop-yet.tsx'
import { Failed, Loading } from '../parts/states.tsx'
import { useRunQuestion } from './run-question.ts'

function Shop({ integration, onAsk }: { integration: Integration; onAsk: (question: Question) => void }) {
  const t = useTranslations('integrations')
  const level = useTranslations('status.level')
  const language = useLocale()
  const { may } = useTenant()
  const question = useRunQuestion()
  const status = useStatus().data?.integrations.find((one) => one.integrationId === integration.integrationId)
  const { integrationId, name, shopId } = integration
  const isRunning = integration.status === 'running'
  const canStart = integration.authenticated.empikplace && integration.authenticated.thulium
  return (
    <section className="panel" aria-labelledby={`shop-${integrationId}`} data-testid="integration">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Title order={2} size="h4" id={`shop-${integrationId}`}>
            <Link href={`/integracje/${integrationId}`} className="name-link">
              {name}
            </Link>
          </Title>
          <Text size="sm" c="dimmed">
            {t('shop', { id: shopId })} · {t(`status.${integration.status}`)}
          </Text>
          {status && integration.status !== 'configured' && (
            <>
              <LevelMark level={status.health.level}>{level(status.health.level)}</LevelMark>
              {saysMore(status.health) && <Text maw="40rem">{status.health.reason[language]}</Text>}
              <Text size="sm" c="dimmed">
                {t('today', { messages: status.lastDay.messages, replies: status.lastDay.repliesSent })}
                {status.overdueReplies > 0 && (
                  <strong className="is-bad"> · {t('late', { n: status.overdueReplies })}</strong>
                )}
              </Text>
            </>
          )}
        </Stack>
        <Group>
          <Button component={Link} href={`/integracje/${integrationId}`} variant="default">
            {t('configure')}
          </Button>
          {may('operate') && (isRunning || canStart) && (
            <Button
              variant={isRunning ? 'default' : 'filled'}
              onClick={() => onAsk(question(integration, isRunning ? 'stop' : 'start'))}
            >
              {isRunning ? t('stop') : t('start')}
            </Button>
          )}
        </Group>
      </Group>
    </section>
  )
}

/** For whoever may see how shops are doing, and not how they are set. */
function ShopsSeen() {
  const t = useTranslations('integrations')
  const level = useTranslations('status.level')
  const language = useLocale()
  const { data, error, isPending, refetch } = useStatus()
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <div className="page">
      <PageTitle title={t('title')} />
      {data.integrations.length === 0 && (
        <div className="panel">
          <NoShopYet />
        </div>
      )}
      <div className="shops-list">
        {data.integrations.map(({ integrationId, name, health }) => (
          <section key={integrationId} className="panel" aria-label={name} data-testid="integration">
            <Title order={2} size="h4">
              {name}
            </Title>
            <LevelMark level={health.level}>{level(health.level)}</LevelMark>
            {saysMore(health) && <Text maw="40rem">{health.reason[language]}</Text>}
          </section>
        ))}
      </div>
    </div>
  )
}

export function IntegrationList() {
  const { may } = useTenant()
  return may('config') ? <Settable /> : <ShopsSeen />
}

function Settable() {
  const t = useTranslations('integrations')
  const { data, error, isPending, refetch } = useIntegrations()
  const [question, setQuestion] = useState<Question>()
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />
  const add = (
    <Button component={Link} href="/integracje/nowa" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('add')}
    </Button>
  )
  return (
    <div className="page">
      <PageTitle title={t('title')}>{data.length > 0 && add}</PageTitle>
      {data.length === 0 && (
        <div className="panel">
          <NoShopYet />
        </div>
      )}
      <div className="shops-list">
        {data.map((integration) => (
          <Shop key={integration.integrationId} integration={integration} onAsk={setQuestion} />
        ))}
      </div>
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </div>
  )
}
