import { isDeepStrictEqual } from 'node:util'
import { connectThulium } from '@connector/domain'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../app.ts'
import { problems } from '../../../errors/problem.ts'
import { readIntegrations } from '../../../reads/integrations.ts'
import { connectionOf, storeThuliumPassword } from '../../../thulium-account.ts'
import { verificationResult } from '../../../verification/check.ts'
import { secret, tenantParams, thuliumSettings } from '../../schemas.ts'

const body = thuliumSettings.extend({ apiPassword: secret.optional() })
const answer = z.object({
  tenantId: z.string(),
  verifications: z.array(verificationResult.extend({ integrationId: z.string() })),
})

/**
 * `PUT /api/tenants/:tenantId/thulium`: replaces the settings of the Thulium account and, if given, its password. Then
 * every integration is verified, so that those stopped by rejections of Thulium run again.
 */
export function registerThulium(app: App, deps: RouteDeps): void {
  app.put(
    '/api/tenants/:tenantId/thulium',
    { schema: { params: tenantParams, body, response: { 200: answer, ...problems } } },
    async (request) => {
      const { tenantId } = request.params
      const { apiPassword, ...settings } = request.body
      const causedBy = `api:${request.id}`
      const { system, sinkDomain } = await deps.directory.tenant(tenantId)
      const connection = connectionOf(system, settings, sinkDomain)
      await deps.repository.changeTenant(tenantId, causedBy, (state) =>
        isDeepStrictEqual(state.connection, connection) ? [] : connectThulium(connection),
      )
      const integrations = (await readIntegrations(deps.store, tenantId)).map(({ integrationId }) => integrationId)
      if (apiPassword !== undefined) await storeThuliumPassword(deps, tenantId, apiPassword, causedBy)
      const verified = await deps.verifier.integrations(tenantId, integrations, causedBy)
      return {
        tenantId,
        verifications: verified.map(({ integrationId, result }) => ({ integrationId, ...result })),
      }
    },
  )
}
