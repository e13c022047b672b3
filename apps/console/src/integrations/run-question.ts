import { useQueryClient } from '@tanstack/react-query'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'
import { useNotify } from '../parts/notify.tsx'
import type { Question } from '../parts/confirm.tsx'
import type { Words } from '../parts/words.ts'

interface Shop {
  integrationId: string
  name: string
}

/** Asks before a shop is started, stopped or deleted, with what follows from it. */
export function useRunQuestion(): (shop: Shop, what: 'start' | 'stop' | 'delete') => Question {
  const { tenantId } = useTenant()
  const queries = useQueryClient()
  const notify = useNotify()
  return ({ integrationId, name }, what) => {
    const path = { tenantId, integrationId }
    const params = { path, header: onceKey() }
    const done = (words: Words): void => {
      notify(words)
      void queries.invalidateQueries()
    }
    if (what === 'start')
      return {
        title: (t) => t('integrations.startTitle', { name }),
        text: (t) => t('integrations.startText'),
        button: (t) => t('integrations.start'),
        run: async () => {
          await ask(client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/start', { params }))
          done((t) => t('integrations.started'))
        },
      }
    if (what === 'stop')
      return {
        title: (t) => t('integrations.stopTitle', { name }),
        text: (t) => t('integrations.stopText'),
        button: (t) => t('integrations.stop'),
        isDangerous: true,
        run: async () => {
          await ask(client.POST('/api/tenants/{tenantId}/integrations/{integrationId}/stop', { params }))
          done((t) => t('integrations.stopped'))
        },
      }
    return {
      title: (t) => t('integrations.deleteTitle', { name }),
      text: (t) => t('integrations.deleteText'),
      button: (t) => t('integrations.delete'),
      isDangerous: true,
      typed: { label: (t) => t('integrations.deleteConfirm'), value: name },
      run: async () => {
        await ask(client.DELETE('/api/tenants/{tenantId}/integrations/{integrationId}', { params: { path } }))
        done((t) => t('integrations.deleted', { name }))
      },
    }
  }
}
