import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'
import type { Preflight } from '../api/queries.ts'
import { Refusal } from '../parts/states.tsx'
import { Checks } from './checks.tsx'

const colours = { ready: 'teal', 'ready-with-warnings': 'yellow', 'not-ready': 'red' } as const

export function PreflightResult({ result }: { result: Preflight }) {
  const t = useTranslations('status.verdict')
  return (
    <Alert color={colours[result.verdict]} title={t(result.verdict)} role="status" data-testid="preflight">
      <Checks items={result.items} />
    </Alert>
  )
}

/** Checks of the account, or of one integration with what its settings name. */
export function usePreflight(integrationId?: string) {
  const { tenantId } = useTenant()
  return useMutation({
    mutationFn: () =>
      ask(
        integrationId === undefined
          ? client.POST('/api/tenants/{tenantId}/preflight', { params: { path: { tenantId } } })
          : client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/preflight', {
              params: { path: { tenantId, integrationId } },
            }),
      ),
  })
}

export function PreflightButton({ integrationId, label }: { integrationId?: string; label?: string }) {
  const t = useTranslations('status')
  const { mutate, data, error, isPending } = usePreflight(integrationId)
  return (
    <Stack align="stretch">
      <div>
        <Button variant="default" loading={isPending} onClick={() => mutate()}>
          {label ?? t('preflight')}
        </Button>
      </div>
      {isPending && (
        <Text c="dimmed" role="status">
          {t('preflightRunning')}
        </Text>
      )}
      <Refusal error={error} />
      {data && <PreflightResult result={data} />}
    </Stack>
  )
}
