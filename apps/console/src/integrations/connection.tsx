import { useState, type SubmitEvent } from 'react'
import { Alert, Button, Group, Stack, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import { Refusal } from '../parts/states.tsx'
import { checkedOf, Checks } from './checks.tsx'
import { KeyField } from './key-field.tsx'
import { NotStored } from './not-stored.tsx'
import { PreflightButton } from './preflight.tsx'

/** Authentication again: with the stored key, or with a new one, which takes its place only when it works. */
export function Connection({ integrationId }: { integrationId: string }) {
  const t = useTranslations('integrations.auth')
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const [apiKey, setApiKey] = useState('')
  const path = { tenantId, integrationId }
  const onSuccess = (): void =>
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'settings' })
  const replacement = useMutation({
    mutationFn: () =>
      ask(
        client.PUT('/api/tenants/{tenantId}/integrations/{integrationId}/key', { params: { path }, body: { apiKey } }),
      ),
    onSuccess: () => {
      setApiKey('')
      onSuccess()
    },
  })
  const stored = useMutation({
    mutationFn: () =>
      ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/authenticate', {
          params: { path, header: onceKey() },
        }),
      ),
    onSuccess,
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    stored.reset()
    replacement.mutate()
  }
  const replaced = replacement.data
  return (
    <Stack gap="xl">
      <form onSubmit={submit} noValidate>
        <Stack className="form-width">
          <Title order={2} size="h4">
            {t('title')}
          </Title>
          <KeyField value={apiKey} label={t('newKey')} onChange={setApiKey} />
          <NotStored error={replacement.error} title={t('notReplaced')} />
          {replaced && (
            <Alert
              color={replaced.ok ? 'teal' : 'yellow'}
              title={t('replaced')}
              role="status"
              data-testid="authentication"
              data-ok={replaced.ok}
            >
              <Checks items={checkedOf(replaced.parts)} />
            </Alert>
          )}
          <Refusal error={stored.error} />
          {stored.data && (
            <Alert
              color={stored.data.ok ? 'teal' : 'red'}
              title={stored.data.ok ? t('success') : t('failure')}
              role={stored.data.ok ? 'status' : 'alert'}
              data-testid="authentication"
              data-ok={stored.data.ok}
            >
              <Checks items={checkedOf(stored.data.parts)} />
            </Alert>
          )}
          <Group>
            <Button type="submit" loading={replacement.isPending} disabled={apiKey === ''}>
              {t('submit')}
            </Button>
            <Button
              variant="default"
              loading={stored.isPending}
              onClick={() => {
                replacement.reset()
                stored.mutate()
              }}
            >
              {t('stored')}
            </Button>
          </Group>
        </Stack>
      </form>
      <PreflightButton integrationId={integrationId} />
    </Stack>
  )
}
