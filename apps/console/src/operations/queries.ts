import { useQuery } from '@tanstack/react-query'
import type { operations } from '@connector/api-client'
import { useTenant } from '../app/tenant.ts'
import { ask, client, onceKey } from '../api/client.ts'

type Asked = NonNullable<operations['requestOperation']['requestBody']>['content']['application/json']

const shown = 20
const refreshMs = 3_000

/** The latest operations of the account. */
export function useOperations() {
  const { tenantId } = useTenant()
  return useQuery({
    queryKey: ['operations', tenantId],
    refetchInterval: refreshMs,
    queryFn: () =>
      ask(
        client.GET('/api/tenants/{tenantId}/operations', { params: { path: { tenantId }, query: { limit: shown } } }),
      ),
  })
}

/** One operation, until it has ended. */
export function useOperation(operationId: string | undefined) {
  const { tenantId } = useTenant()
  return useQuery({
    queryKey: ['operation', tenantId, operationId],
    enabled: operationId !== undefined,
    refetchInterval: ({ state: { data } }) => (data?.endedAt ? false : 1_000),
    queryFn: () =>
      ask(
        client.GET('/api/tenants/{tenantId}/operations/{operationId}', {
          params: { path: { tenantId, operationId: operationId ?? '' } },
        }),
      ),
  })
}

export const requestOperation = (tenantId: string, body: Asked) =>
  ask(client.POST('/api/tenants/{tenantId}/operations', { params: { path: { tenantId }, header: onceKey() }, body }))

export const cancelOperation = (tenantId: string, operationId: string) =>
  ask(
    client.POST('/api/tenants/{tenantId}/operations/{operationId}/cancel', {
      params: { path: { tenantId, operationId } },
    }),
  )
