import { both } from '@connector/domain/words'
import { deleteIntegration } from '@connector/domain/integration'
import { z } from 'zod'
import { causeOf } from '../../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { integrationParams } from '../../../../schemas/views.ts'

/**
 * `DELETE …/integrations/:integrationId`: stops the integration, hides it, and forgets its key. May be repeated, and then
 * also finishes what was cut short.
 */
export function registerDeleteIntegration(app: App, { directory, repository, store, vault }: RouteDeps): void {
  app.delete(
    '/api/tenants/:tenantId/integrations/:integrationId',
    {
      config: { scope: 'config', audit: 'integration-deleted' },
      schema: {
        operationId: 'deleteIntegration',
        tags: ['Integrations'],
        summary: 'Delete an integration',
        description:
          'Stops it for good, hides it and forgets its key. Its conversations and everything that happened in them stay readable. A new integration of the same shop begins anew.',
        problems: ['write.contention'],
        params: integrationParams,
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId, integrationId } = request.params
      await directory.tenant(tenantId)
      await repository.changeIntegration(request.params, causeOf(request), (state) => {
        if (!state.settings)
          throw new ApiError(
            'integration.unknown',
            both(
              `W koncie ${tenantId} nie ma integracji ${integrationId}.`,
              `Tenant ${tenantId} has no integration ${integrationId}.`,
            ),
          )
        return deleteIntegration(state)
      })
      await store.inTenant(tenantId, (db) => vault.remove(db, tenantId, `empikplace:${integrationId}`))
      return reply.code(204).send(null)
    },
  )
}
