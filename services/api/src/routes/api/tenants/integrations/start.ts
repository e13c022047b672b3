import { startIntegration } from '@connector/domain/integration'
import type { App, RouteDeps } from '../../../deps.ts'
import { problems } from '../../../../errors/problem.ts'
import { integrationParams, statusAnswer } from '../../../../schemas/views.ts'

/** `POST …/integrations/:integrationId/start`; does nothing when it runs already. */
export function registerStart(app: App, { directory, repository }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/start',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'startIntegration',
        tags: ['Integrations'],
        summary: 'Start an integration',
        description: 'Messages from now on become tickets. Does nothing when it runs already.',
        problems: [
          'integration.not_configured',
          'integration.not_authenticated',
          'command.refused',
          'write.contention',
        ],
        params: integrationParams,
        response: { 200: statusAnswer, ...problems },
      },
    },
    async (request) => {
      await directory.integration(request.params)
      await repository.changeIntegration(request.params, `api:${request.id}`, startIntegration)
      const { status } = await directory.integration(request.params)
      return { status }
    },
  )
}
