import { useState } from 'react'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { useNotify } from '../parts/notify.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { Findings } from './findings.tsx'
import { cancelOperation, requestOperation, useOperations } from './queries.ts'
import { OperationsTable, type Operation } from './table.tsx'
import './operations.css'

/** What was checked, repaired or erased for the account, with what was found; and the way to ask for a comparison. */
export function Operations() {
  const t = useTranslations('operations')
  const { tenantId, may } = useTenant()
  const queries = useQueryClient()
  const notify = useNotify()
  const [question, setQuestion] = useState<Question>()
  const { data, error, refetch } = useOperations()
  const isAllowed = may('operate')
  const changed = () => queries.invalidateQueries({ queryKey: ['operations'] })
  const compare = (repair: boolean): void =>
    setQuestion({
      title: (t) => (repair ? t('operations.repair') : t('operations.reconcile')),
      text: (t) => (repair ? t('operations.repairText') : t('operations.reconcileText')),
      button: (t) => (repair ? t('operations.repair') : t('operations.reconcile')),
      run: async () => {
        await requestOperation(tenantId, { kind: 'reconcile', dryRun: false, ...(repair ? { repair } : {}) })
        notify((t) => t('operations.requested'))
        await changed()
      },
    })
  const cancel = ({ operationId }: Operation): void =>
    setQuestion({
      title: (t) => t('operations.cancelTitle'),
      text: (t) => t('operations.cancelText'),
      button: (t) => t('operations.cancel'),
      run: async () => {
        await cancelOperation(tenantId, operationId)
        await changed()
      },
    })
  return (
    <section className="panel" aria-labelledby="operations">
      <Stack>
        <div>
          <Title order={2} size="h4" id="operations">
            {t('list')}
          </Title>
          <Text c="dimmed">{t('listText')}</Text>
        </div>
        {isAllowed && (
          <Group>
            <Button variant="default" onClick={() => compare(false)}>
              {t('reconcile')}
            </Button>
            <Button variant="default" onClick={() => compare(true)}>
              {t('repair')}
            </Button>
          </Group>
        )}
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data?.items.length === 0 && <Empty title={t('empty')} />}
        {data && data.items.length > 0 && (
          <OperationsTable
            items={data.items}
            findings={({ operationId }) => <Findings operationId={operationId} />}
            onCancel={isAllowed ? cancel : undefined}
          />
        )}
      </Stack>
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </section>
  )
}
