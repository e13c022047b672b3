import { useState } from 'react'
import { Alert, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Empty, Failed, Loading } from '../parts/states.tsx'
import { useTimes } from '../texts/times.ts'
import { useTenantCalls, type AlertCalls } from './calls.ts'
import { Deliveries } from './deliveries.tsx'
import { NewTargetForm } from './new-target.tsx'
import { TargetCard } from './target-card.tsx'
import './alerts.css'

interface Shown {
  name: string
  secret: string | null
  oldUntil?: string
}

/** A secret that was just made, for as long as the page is open. */
function Secret({ name, secret, oldUntil }: Shown) {
  const t = useTranslations('alerts')
  const { clock } = useTimes()
  if (secret === null) return null
  return (
    <Alert color="teal" title={t('secretTitle', { name })} role="status">
      <Text mb="xs">
        {t('secretText')} {oldUntil !== undefined && t('secretOld', { time: clock(oldUntil) })}
      </Text>
      <CopyField label={name} value={secret} />
    </Alert>
  )
}

/** Who is told that something is wrong, and what was sent. */
export function AlertTargets({ calls }: { calls: AlertCalls }) {
  const t = useTranslations('alerts')
  const queries = useQueryClient()
  const [question, setQuestion] = useState<Question>()
  const [shown, show] = useState<Shown>()
  const { data, error, refetch } = useQuery({
    queryKey: ['alert-targets', calls.owner],
    queryFn: () => calls.targets(),
    refetchInterval: 10_000,
  })
  const changed = (): void => {
    void queries.invalidateQueries({ queryKey: ['alert-targets'] })
    void queries.invalidateQueries({ queryKey: ['alert-deliveries'] })
  }
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h4">
          {t('title')}
        </Title>
        <Text c="dimmed" maw="48rem">
          {t('text')}
        </Text>
      </div>
      {shown && <Secret {...shown} />}
      {data.items.length === 0 && <Empty title={t('empty')} />}
      <ul className="targets">
        {data.items.map((target) => (
          <TargetCard
            key={target.targetId}
            target={target}
            calls={calls}
            onChanged={changed}
            onSecret={show}
            onAsk={setQuestion}
          />
        ))}
      </ul>
      <Title order={3} size="h5">
        {t('add')}
      </Title>
      <NewTargetForm
        calls={calls}
        onAdded={(added) => {
          show(added)
          changed()
        }}
      />
      <Title order={3} size="h5">
        {t('deliveries')}
      </Title>
      <Deliveries calls={calls} targets={data.items} />
      <Confirm question={question} onClose={() => setQuestion(undefined)} />
    </Stack>
  )
}

export function TenantAlerts() {
  return <AlertTargets calls={useTenantCalls()} />
}
