import { useState } from 'react'
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ask, client, onceKey } from '../api/client.ts'
import { useProblemWords } from '../api/problem.ts'
import { useTenant } from '../app/tenant.ts'
import { words } from '../conversations/facts.ts'
import { useConversation } from '../conversations/queries.ts'
import { useNotify } from '../parts/notify.tsx'
import { Failed, Loading } from '../parts/states.tsx'
import type { Parked } from './groups.ts'

function Form({ item, text, onClose }: { item: Parked; text: string; onClose: () => void }) {
  const t = useTranslations('problems')
  const common = useTranslations('common')
  const { tenantId } = useTenant()
  const problem = useProblemWords()
  const notify = useNotify()
  const queries = useQueryClient()
  const [value, setValue] = useState(text)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const { integrationId, effectKey } = item
  const send = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/effects/{effectKey}/edit', {
          params: { path: { tenantId, integrationId, effectKey }, header: onceKey() },
          body: { text: value.trim() },
        }),
      )
      notify((t) => t('problems.corrected'))
      await queries.invalidateQueries()
      onClose()
    } catch (thrown) {
      setError(thrown)
    }
    setBusy(false)
  }
  return (
    <Stack>
      {item.failure && (
        <div>
          <Text size="sm" c="dimmed">
            {t('said')}
          </Text>
          <div className="as-written">{item.failure.message}</div>
        </div>
      )}
      <label className="correct">
        <span>{t('correctLabel')}</span>
        <textarea rows={8} maxLength={60_000} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      </label>
      {error !== undefined && (
        <Alert color="red" role="alert">
          {problem(error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button loading={isBusy} disabled={value.trim() === '' || value.trim() === text} onClick={() => void send()}>
          {t('correct')}
        </Button>
      </Group>
    </Stack>
  )
}

function Answer({ item, onClose }: { item: Parked; onClose: () => void }) {
  const { data, error, refetch } = useConversation(item.integrationId, item.threadId)
  const isThis = (id: unknown): boolean => item.effectKey.endsWith(`:${words(id)}`)
  const event = data?.events.findLast(
    ({ type, data: { thuliumMessageId } }) =>
      (type === 'ReplyRequested' || type === 'ReplyCorrected') && isThis(thuliumMessageId),
  )
  if (data) return <Form item={item} text={words(event?.data['text'])} onClose={onClose} />
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
}

/** Another text for an answer that EmpikPlace refused; the entry in the ticket stays as it was written. */
export function Correct({ item, onClose }: { item: Parked | undefined; onClose: () => void }) {
  const t = useTranslations('problems')
  const common = useTranslations('common')
  return (
    <Modal
      opened={item !== undefined}
      onClose={onClose}
      size="lg"
      title={t('correctTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {item && <Answer item={item} onClose={onClose} />}
    </Modal>
  )
}
