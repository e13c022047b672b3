import { useState } from 'react'
import { Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import { useForm } from '../fields/form.ts'
import { useTimes } from '../texts/times.ts'
import { warsawInstant, warsawLocal } from '../texts/warsaw.ts'
import { TryBox } from './try-box.tsx'
import { draftsOf } from './try-auto-replies.tsx'

/** Whether people work at a moment, by the hours and days off as they stand on the page. */
export function TryHours({ integrationId }: { integrationId: string }) {
  const t = useTranslations('integrations.try')
  const { tenantId } = useTenant()
  const { values } = useForm()
  const { weekday } = useTimes()
  const [moment, setMoment] = useState(() => warsawLocal(new Date()))
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/auto-replies/preview', {
          params: { path: { tenantId, integrationId } },
          body: {
            writtenAt: warsawInstant(moment).toISOString(),
            conversation: { firstMessage: true },
            ...draftsOf(values),
          },
        }),
      ),
  })
  return (
    <TryBox
      text={t('hours')}
      isBusy={isPending}
      error={error}
      onTry={() => mutate()}
      ask={
        <TextInput
          type="datetime-local"
          label={t('moment')}
          value={moment}
          onChange={(event) => setMoment(event.currentTarget.value)}
          maw="16rem"
        />
      }
    >
      {data && (
        <Text role="status" fw={600}>
          {data.calendar.holiday !== null
            ? t('holiday', { name: data.calendar.holiday })
            : data.calendar.open
              ? t('open')
              : t('closed')}{' '}
          <span className="quiet">({weekday(warsawInstant(data.calendar.warsaw.replace(' ', 'T')))})</span>
        </Text>
      )}
    </TryBox>
  )
}
