import { useEffect, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { client, withHeaders } from '../api/client.ts'
import { codeOf } from '../api/problem.ts'
import { differences, isSame, valueAt, withValue, type Values } from '../fields/paths.ts'
import { useRefused } from '../fields/refused.ts'
import type { Setting } from '../fields/schema.ts'
import { useNotify } from '../parts/notify.tsx'

type Body = NonNullable<operations['replaceIntegration']['requestBody']>['content']['application/json']

interface Saved {
  settings: Values
  etag: string
}

/** Only what this version knows is sent; the API keeps the rest. */
const knownOf = (settings: Values, schema: Setting): Values =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => name in (schema.properties ?? {})))

/** The settings of an integration while somebody changes them, and what others save meanwhile. */
export function useSettingsPage(integrationId: string, schema: Setting | undefined) {
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const notify = useNotify()
  const path = { tenantId, integrationId }
  const key = ['settings', tenantId, integrationId]
  const read = async (): Promise<Saved> => {
    const { data, headers } = await withHeaders(
      client.GET('/api/tenants/{tenantId}/integrations/{integrationId}', { params: { path } }),
    )
    return { settings: data, etag: headers.get('etag') ?? '' }
  }
  const query = useQuery({ queryKey: key, queryFn: read, staleTime: Infinity, refetchOnMount: 'always' })
  const [base, setBase] = useState<Saved>()
  const [values, setValues] = useState<Values>()
  const { error, errors, refuse, forget } = useRefused(values ?? {})
  const [busy, setBusy] = useState<'save' | 'start'>()
  const [conflict, setConflict] = useState<{ theirs: Saved; starts: boolean }>()

  const isDirty = base !== undefined && values !== undefined && !isSame(base.settings, values)
  const take = (saved: Saved): void => {
    setBase(saved)
    setValues(saved.settings)
    forget()
  }
  const { data } = query
  useEffect(() => {
    // Whoever has begun to write keeps what he wrote; the conflict shows when he saves.
    if (data && !isDirty) take(data)
  }, [data])

  const put = async (settings: Values, etag: string, starts: boolean): Promise<void> => {
    if (!schema) return
    await withHeaders(
      client.PUT('/api/tenants/{tenantId}/integrations/{integrationId}', {
        params: { path, query: { start: starts ? 'true' : 'false' }, header: { 'if-match': etag } },
        body: knownOf(settings, schema) as Body,
      }),
    )
    const saved = await read()
    queries.setQueryData(key, saved)
    take(saved)
    setConflict(undefined)
    notify((t) => (starts ? t('integrations.started') : t('integrations.savedText')))
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'settings' })
  }

  const attempt = async (starts: boolean, work: () => Promise<void>): Promise<void> => {
    setBusy(starts ? 'start' : 'save')
    forget()
    try {
      await work()
    } catch (thrown) {
      if (codeOf(thrown) === 'request.precondition_failed') setConflict({ theirs: await read(), starts })
      else {
        setConflict(undefined)
        refuse(thrown, values ?? {})
      }
    }
    setBusy(undefined)
  }

  const mine = base && values ? differences(base.settings, values) : []
  return {
    query,
    values,
    error,
    errors,
    busy,
    isDirty,
    conflict: conflict &&
      base && { theirs: conflict.theirs.settings, changed: differences(base.settings, conflict.theirs.settings) },
    mine,
    set: (at: string, value: unknown): void => setValues((before) => before && withValue(before, at, value)),
    discard: (): void => {
      if (base) take(base)
    },
    save: (starts: boolean) =>
      attempt(starts, async () => {
        if (base && values) await put(values, base.etag, starts)
      }),
    /** What was changed here, upon what others have saved. */
    keepMine: () => {
      const { theirs, starts } = conflict ?? {}
      if (!theirs || !values) return undefined
      let merged = theirs.settings
      for (const at of mine) merged = withValue(merged, at.join('.'), valueAt(values, at.join('.')))
      return attempt(starts ?? false, () => put(merged, theirs.etag, starts ?? false))
    },
    takeTheirs: (): void => {
      if (conflict) take(conflict.theirs)
      setConflict(undefined)
    },
    leaveConflict: (): void => setConflict(undefined),
    reload: () => void query.refetch(),
  }
}

export type SettingsPage = ReturnType<typeof useSettingsPage>
