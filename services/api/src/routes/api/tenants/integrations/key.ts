import { z } from 'zod'
import { causeOf } from '../../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { storeEmpikPlaceKey } from '../../../../accounts/empikplace-key.ts'
import { problems } from '../../../../errors/problem.ts'
import { replacementResult } from '../../../../checks/verification.ts'
import { apiKey, integrationParams } from '../../../../schemas/views.ts'

/**
 * `PUT …/integrations/:integrationId/key`: tries a new EmpikPlace key and, when EmpikPlace accepts it, puts it in the place
 * of the old one. An integration that rejections had stopped runs again then. Otherwise nothing changes.
 */
export function registerKey(app: App, deps: RouteDeps): void {
  app.put(
    '/api/tenants/:tenantId/integrations/:integrationId/key',
    {
      config: { scope: 'config', audit: 'credentials-replaced' },
      schema: {
        operationId: 'replaceKey',
        tags: ['Integrations'],
        summary: 'Replace the EmpikPlace key',
        description:
          'Tries the new key and, when EmpikPlace accepts it, puts it in the place of the old one; an integration that rejections had stopped runs again then. Otherwise nothing changes and the answer is 422 `credentials.not_accepted`.',
        problems: ['credentials.unreadable', 'credentials.not_accepted', 'write.contention'],
        params: integrationParams,
        body: z.strictObject({ apiKey }),
        response: { 200: replacementResult, ...problems },
      },
    },
    async (request) => {
      const { params, body } = request
      const causedBy = causeOf(request)
      await deps.directory.integration(params)
      const store = () => storeEmpikPlaceKey(deps, params, body.apiKey, causedBy)
      return deps.verifier.newKey(params, body.apiKey, store, causedBy)
    },
  )
}
