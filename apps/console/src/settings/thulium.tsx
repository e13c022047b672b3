import { useState } from 'react'
import { Divider, Stack } from '@mantine/core'
import '@mantine/core/styles/Divider.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { useUnsaved } from '../app/unsaved.ts'
import { client, withHeaders } from '../api/client.ts'
import type { Values } from '../fields/paths.ts'
import { PreflightButton } from '../integrations/preflight.tsx'
import { ThuliumForm } from '../integrations/thulium-form.tsx'
import { useNotify } from '../parts/notify.tsx'
import { Failed, Loading } from '../parts/states.tsx'

type Body = NonNullable<operations['replaceThuliumAccount']['requestBody']>['content']['application/json']

/** Which account it is cannot be changed. */
const identity = new Set(['tenantId', 'system'])

/** The Thulium account of the tenant. A new login is tried first: what Thulium does not accept changes nothing. */
export function Thulium() {
  const t = useTranslations()
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const notify = useNotify()
  const [isDirty, setDirty] = useState(false)
  useUnsaved(isDirty)
  const path = { tenantId }
  const { data, error, refetch } = useQuery({
    queryKey: ['account', tenantId],
    staleTime: Infinity,
    queryFn: () => withHeaders(client.GET('/api/tenants/{tenantId}', { params: { path } })),
  })
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const initial = Object.fromEntries(
    Object.entries(data.data).filter(([name, value]) => value !== null && !identity.has(name)),
  )

  const save = async (values: Values, password: string): Promise<void> => {
    const body = { ...values, ...(password === '' ? {} : { apiPassword: password }) } as Body
    await withHeaders(
      client.PUT('/api/tenants/{tenantId}/thulium', {
        params: { path, header: { 'if-match': data.headers.get('etag') ?? '' } },
        body,
      }),
    )
    setDirty(false)
    notify((t) => t('settings.thuliumSaved'))
    await queries.invalidateQueries()
  }
  return (
    <Stack>
      <ThuliumForm initial={initial} isKnown submit={t('common.save')} onSubmit={save} onChange={setDirty} />
      <Divider />
      <PreflightButton label={t('integrations.thulium.check')} />
    </Stack>
  )
}
