import { useQuery } from '@tanstack/react-query'
import type { components } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from './client.ts'
import { ApiError } from './problem.ts'

type Schemas = components['schemas']
export type Integration = Schemas['Integration']
export type IntegrationStatus = Schemas['IntegrationStatus']
type TenantStatus = Schemas['TenantStatus']
export type Conversation = Schemas['Conversation']
export type ConversationDetail = Schemas['ConversationDetail']
export type TimelineEvent = ConversationDetail['events'][number]
export type Effect = Schemas['Effect']
export type Preflight = Schemas['Preflight']
export type BothLanguages = Schemas['BothLanguages']
export type HealthLevel = TenantStatus['summary']['level']

/** What is not told by the stream of changes, such as the time of the last look. */
const refreshMs = 5_000

/** False where the account is not connected yet; who may not ask sees what he may. */
export function useTenantKnown() {
  const { tenantId, may } = useTenant()
  return useQuery({
    queryKey: ['tenant-known', tenantId],
    staleTime: Infinity,
    queryFn: async () => {
      if (!may('config')) return true
      try {
        await ask(client.GET('/api/tenants/{tenantId}', { params: { path: { tenantId } } }))
        return true
      } catch (error) {
        if (error instanceof ApiError && error.code === 'tenant.unknown') return false
        throw error
      }
    },
  })
}

export function useStatus() {
  const { tenantId } = useTenant()
  const known = useTenantKnown().data === true
  return useQuery({
    queryKey: ['status', tenantId],
    enabled: known,
    refetchInterval: refreshMs,
    queryFn: async () => {
      const answer = await ask(client.GET('/api/tenants/{tenantId}/status', { params: { path: { tenantId } } }))
      return answer.view === 'full' ? answer : undefined
    },
  })
}

/** A shop by what everybody may see of it. */
export type Shop = Pick<Integration, 'integrationId' | 'name'>

/** Undefined until it is known. */
export const useShops = (): readonly Shop[] | undefined => useStatus().data?.integrations

/** Settings and all, for whoever may read settings. */
export function useIntegrations() {
  const { tenantId, may } = useTenant()
  return useQuery({
    queryKey: ['integrations', tenantId],
    enabled: may('config'),
    // What was just saved shows in the list a moment later.
    refetchInterval: refreshMs,
    queryFn: async () =>
      (await ask(client.GET('/api/tenants/{tenantId}/integrations', { params: { path: { tenantId } } }))).items,
  })
}

/** As the API names whoever it asked for no key. */
export const anybody = 'anybody'

/** What was changed about an integration, by whom and when; for whoever may read settings. */
export const changesQuery = (tenantId: string, integrationId: string) => ({
  queryKey: ['changes', tenantId, integrationId] as readonly unknown[],
  queryFn: () =>
    ask(
      client.GET('/api/tenants/{tenantId}/integrations/{integrationId}/changes', {
        params: { path: { tenantId, integrationId } },
      }),
    ),
})
