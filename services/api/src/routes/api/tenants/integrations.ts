import { randomUUID } from 'node:crypto'
import { configureIntegration, integrationSettingsInput } from '@connector/domain'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../app.ts'
import { problems } from '../../../errors/problem.ts'
import { storeEmpikPlaceKey } from '../../../empikplace-key.ts'
import { readIntegrations } from '../../../reads/integrations.ts'
import { integrationView, secret, tenantParams } from '../../schemas.ts'

/** `/api/tenants/:tenantId/integrations`: the shops of a tenant. A new one shows in the list a moment later. */
export function registerIntegrations(app: App, deps: RouteDeps): void {
  const url = '/api/tenants/:tenantId/integrations'

  app.get(
    url,
    {
      config: { scope: 'status:read' },
      schema: { params: tenantParams, response: { 200: z.object({ items: z.array(integrationView) }), ...problems } },
    },
    async (request) => {
      await deps.directory.tenant(request.params.tenantId)
      return { items: await readIntegrations(deps.store, request.params.tenantId) }
    },
  )

  app.post(
    url,
    {
      config: { scope: 'config' },
      schema: {
        params: tenantParams,
        body: integrationSettingsInput.extend({ apiKey: secret }),
        response: { 201: z.object({ integrationId: z.string() }), ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      await deps.directory.tenant(tenantId)
      const { apiKey, ...settings } = request.body
      const ref = { tenantId, integrationId: randomUUID() }
      const causedBy = `api:${request.id}`
      await deps.repository.changeIntegration(ref, causedBy, () => configureIntegration(settings))
      await storeEmpikPlaceKey(deps, ref, apiKey, causedBy)
      return reply.code(201).send({ integrationId: ref.integrationId })
    },
  )
}
