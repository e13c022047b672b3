import { useState } from 'react'
import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import { Confirm, type Question } from '../parts/confirm.tsx'
import { TryBox } from './try-box.tsx'

interface TrySourceProps {
  integrationId: string
  /** The API saves what it finds out; what somebody is writing here would be lost or in its way. */
  isDirty: boolean
  onDone: () => void
}

/** Finds out by one test ticket whether Thulium keeps the source "EmpikPlace". */
export function TrySource({ integrationId, isDirty, onDone }: TrySourceProps) {
  const t = useTranslations('integrations.try')
  const language = useLocale()
  const { tenantId } = useTenant()
  const [isAsking, setAsking] = useState(false)
  const { mutateAsync, data, isPending } = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/probe-source', {
          params: { path: { tenantId, integrationId }, header: onceKey() },
        }),
      ),
    onSuccess: onDone,
  })
  const question: Question = {
    title: (t) => t('integrations.try.sourceTitle'),
    text: (t) => t('integrations.try.sourceText'),
    button: (t) => t('integrations.try.source'),
    run: () => mutateAsync(),
  }
  return (
    <TryBox
      text={isDirty ? t('sourceUnsaved') : t('sourceText')}
      label={t('source')}
      isBusy={isPending}
      error={undefined}
      onTry={() => setAsking(!isDirty)}
    >
      {data && (
        <Text role="status">
          {data.message[language]} {t('sourceTicket', { n: data.ticketId })}
        </Text>
      )}
      <Confirm question={isAsking ? question : undefined} onClose={() => setAsking(false)} />
    </TryBox>
  )
}
