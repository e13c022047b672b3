import { ask, client, onceKey } from '../api/client.ts'
import { useTenant } from '../app/tenant.ts'
import { useNotify } from '../parts/notify.tsx'

/** Authenticates a shop that was just added, and starts it where that is wanted. @returns whether it runs */
export function useBegin(): (integrationId: string, name: string, starts: boolean) => Promise<boolean> {
  const notify = useNotify()
  const { tenantId } = useTenant()
  /** The shop is there by now: whatever goes wrong from here on is mended on its own page. */
  return async (integrationId, name, starts) => {
    const path = { tenantId, integrationId }
    try {
      const { ok } = await ask(
        client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/authenticate', {
          params: { path, header: onceKey() },
        }),
      )
      if (starts && ok)
        await ask(
          client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/start', {
            params: { path, header: onceKey() },
          }),
        )
      if (ok || !starts) notify((t) => t('integrations.created', { name }))
      else notify((t) => t('integrations.notStarted'), true)
      return starts && ok
    } catch (thrown) {
      notify({ failed: thrown })
      return false
    }
  }
}
