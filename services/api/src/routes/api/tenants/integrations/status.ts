import type { App, RouteDeps } from '../../../../app.ts'
import { problems } from '../../../../errors/problem.ts'
import { readStatus } from '../../../../reads/status.ts'
import { integrationParams, statusView } from '../../../schemas.ts'

/** `GET …/integrations/:integrationId/status`: how the integration is doing, and why. */
export function registerStatus(app: App, deps: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/integrations/:integrationId/status',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'getIntegrationStatus',
        tags: ['Status'],
        summary: 'Read the status of an integration',
        description: 'How it is doing and why, derived from facts.',
        params: integrationParams,
        response: { 200: statusView, ...problems },
      },
    },
    async (request) => readStatus(deps, request.params, await deps.directory.integration(request.params)),
  )
}
