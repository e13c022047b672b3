import { causeOf } from '../../../../authentication/cause.ts'
import { stopIntegration } from '@connector/domain/integration'
import type { App, RouteDeps } from '../../../deps.ts'
import { problems } from '../../../../errors/problem.ts'
import { integrationParams, statusAnswer } from '../../../../schemas/views.ts'

/** `POST …/integrations/:integrationId/stop`; does nothing when it does not run. */
export function registerStop(app: App, { directory, repository }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/stop',
    {
      config: { scope: 'operate', audit: 'stopped' },
      schema: {
        operationId: 'stopIntegration',
        tags: ['Integrations'],
        summary: 'Stop an integration',
        description:
          'Nothing is read or written any more until it is started again. Does nothing when it does not run.',
        problems: ['command.refused', 'write.contention'],
        params: integrationParams,
        response: { 200: statusAnswer, ...problems },
      },
    },
    async (request) => {
      await directory.integration(request.params)
      await repository.changeIntegration(request.params, causeOf(request), stopIntegration)
      const { status } = await directory.integration(request.params)
      return { status }
    },
  )
}
