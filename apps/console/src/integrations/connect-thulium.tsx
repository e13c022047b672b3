import { useEffect, useState } from 'react'
import { Button, Group, Stack, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTranslations } from 'use-intl'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import type { Values } from '../fields/paths.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { PreflightResult, usePreflight } from './preflight.tsx'
import { ThuliumForm } from './thulium-form.tsx'

type Body = NonNullable<operations['connectTenant']['requestBody']>['content']['application/json']

/** What Thulium has and what is missing, before the first shop is added. */
function Checked({ onDone, onCorrect }: { onDone: () => void; onCorrect: () => void }) {
  const t = useTranslations('integrations.thulium')
  const status = useTranslations('status')
  const { mutate, data, error, isPending } = usePreflight()
  useEffect(() => mutate(), [mutate])
  return (
    <Stack className="panel">
      <Title order={2} size="h4">
        {t('checked')}
      </Title>
      {isPending && (
        <>
          <p role="status">{status('preflightRunning')}</p>
          <Loading />
        </>
      )}
      {error && <Failed error={error} onRetry={() => mutate()} />}
      {data && <PreflightResult result={data} />}
      <Group>
        {data?.verdict === 'not-ready' && <Button onClick={onCorrect}>{t('correct')}</Button>}
        <Button onClick={onDone} disabled={isPending} variant={data?.verdict === 'not-ready' ? 'default' : 'filled'}>
          {data?.verdict === 'not-ready' ? t('nextAnyway') : t('next')}
        </Button>
        {data && data.verdict !== 'ready' && (
          <Button variant="default" onClick={() => mutate()} loading={isPending}>
            {t('check')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** Once for an account, before its first shop: the connection with Thulium, checked item by item. */
export default function ConnectThulium() {
  const t = useTranslations('integrations.thulium')
  const { tenantId, may } = useTenant()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const [isConnected, setConnected] = useState(false)
  if (!may('operator')) return <Empty title={t('title')} text={t('operatorOnly')} />
  const connect = async (values: Values, apiPassword: string): Promise<void> => {
    const body = { ...values, system: tenantId, apiPassword } as Body
    await ask(client.POST('/api/tenants', { params: { header: onceKey() }, body }))
    setConnected(true)
  }
  /** It is connected by then: what is wrong with it is corrected where it can be seen ever after. */
  const leave = (to: string): void => {
    goTo(to)
    void queries.invalidateQueries()
  }
  return (
    <div className="page">
      <PageTitle title={t('title')} text={t('text')} />
      {isConnected ? (
        <Checked onDone={() => leave('/integracje/nowa')} onCorrect={() => leave('/ustawienia?karta=thulium')} />
      ) : (
        <div className="panel">
          <ThuliumForm initial={{ system: tenantId }} isKnown={false} submit={t('submit')} onSubmit={connect} />
        </div>
      )}
    </div>
  )
}
