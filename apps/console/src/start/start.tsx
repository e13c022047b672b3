import { Button, Stack, Text, Title } from '@mantine/core'
import { IconArrowUpRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { pageSettings } from '../page-settings.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Latest } from './latest.tsx'
import './start.css'

function Step({ n, title, text, children }: { n: number; title: string; text: string; children: ReactNode }) {
  const t = useTranslations('start')
  return (
    <li className="panel">
      <Stack gap="xs" align="flex-start" h="100%">
        <Text size="sm" c="dimmed">
          {t('step', { n })}
        </Text>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text>{text}</Text>
        <div className="step-act">{children}</div>
      </Stack>
    </li>
  )
}

/** The guided path of the demonstration: a customer writes, a ticket is made, an agent answers. */
export default function Start() {
  const t = useTranslations('start')
  const app = useTranslations('app')
  const { tenantId } = useTenant()
  const { demonstration } = pageSettings
  if (!demonstration) return null
  const outside = (href: string, text: string) => (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      rightSection={<IconArrowUpRight size={16} aria-hidden />}
    >
      {text}
      <span className="unseen"> {app('newTab')}</span>
    </Button>
  )
  return (
    <div className="page">
      <PageTitle title={t('title')} text={t('text')} />
      <ol className="steps plain-list">
        <Step n={1} title={t('writeTitle')} text={t('writeText')}>
          {outside(demonstration.empikplaceUrl, t('writeLink'))}
        </Step>
        <Step n={2} title={t('watchTitle')} text={t('watchText')}>
          <Button component={Link} href="/zgloszenia?widok=all" variant="default">
            {t('watchLink')}
          </Button>
        </Step>
        <Step n={3} title={t('answerTitle')} text={t('answerText')}>
          {outside(`${demonstration.thuliumUrl}/${tenantId}/`, t('answerLink'))}
        </Step>
      </ol>
      <Text c="dimmed">{t.rich('kill', { code: (chunks) => <kbd>{chunks}</kbd> })}</Text>
      <section className="panel" aria-labelledby="latest">
        <Title order={2} size="h4" id="latest" mb="sm">
          {t('latest')}
        </Title>
        <Latest />
      </section>
    </div>
  )
}
