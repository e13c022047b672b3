import { causeOf } from '../../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { problems } from '../../../../errors/problem.ts'
import { verificationResult } from '../../../../checks/verification.ts'
import { integrationParams } from '../../../../schemas/views.ts'

/** `POST …/integrations/:integrationId/authenticate`: tries the stored credentials on both sides, part by part. */
export function registerAuthenticate(app: App, { directory, verifier }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/authenticate',
    {
      config: { scope: 'config', audit: 'credentials-tried' },
      schema: {
        operationId: 'authenticateIntegration',
        tags: ['Integrations'],
        summary: 'Try the stored credentials',
        description:
          'Tries both sides, part by part: credentials, permissions, and what the settings name. Nothing is written to the outside.',
        problems: ['credentials.unreadable', 'write.contention'],
        params: integrationParams,
        response: { 200: verificationResult, ...problems },
      },
    },
    async (request) => {
      await directory.integration(request.params)
      return verifier.integration(request.params, causeOf(request))
    },
  )
}
