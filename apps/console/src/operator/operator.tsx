import { Stack } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { AlertTargets } from '../alerts/alerts.tsx'
import { operatorCalls } from '../alerts/calls.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { Accounts } from './accounts.tsx'
import { LatestAlerts } from './latest-alerts.tsx'
import { OperationsOfAll } from './operations.tsx'

/** How all accounts are doing, for the staff of the service: levels, counts and ids, and nothing that a tenant wrote. */
export default function Operator({ onChoose }: { onChoose: (tenantId: string) => void }) {
  const t = useTranslations('alerts')
  return (
    <div className="page">
      <PageTitle title={t('operatorTitle')} text={t('operatorText')} />
      <Stack gap="lg">
        <section className="panel">
          <Accounts onChoose={onChoose} />
        </section>
        <section className="panel">
          <LatestAlerts />
        </section>
        <section className="panel">
          <OperationsOfAll />
        </section>
        <section className="panel">
          <AlertTargets calls={operatorCalls} />
        </section>
      </Stack>
    </div>
  )
}
