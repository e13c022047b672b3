import { z } from 'zod'
import type { App, RouteDeps } from '../../../../app.ts'
import { storeEmpikPlaceKey } from '../../../../empikplace-key.ts'
import { problems } from '../../../../errors/problem.ts'
import { verificationResult } from '../../../../verification/check.ts'
import { integrationParams, secret } from '../../../schemas.ts'

/**
 * `PUT …/integrations/:integrationId/key`: stores a new EmpikPlace key and verifies both sides. An integration that
 * rejections had stopped runs again when both accept.
 */
export function registerKey(app: App, deps: RouteDeps): void {
  app.put(
    '/api/tenants/:tenantId/integrations/:integrationId/key',
    {
      schema: {
        params: integrationParams,
        body: z.strictObject({ apiKey: secret }),
        response: { 200: verificationResult, ...problems },
      },
    },
    async (request) => {
      const { params, body, id } = request
      await deps.directory.integration(params)
      await storeEmpikPlaceKey(deps, params, body.apiKey, `api:${id}`)
      return deps.verifier.integration(params, `api:${id}`)
    },
  )
}
