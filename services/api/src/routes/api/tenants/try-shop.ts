import { integrationSettings } from '@connector/domain/settings'
import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { verificationResult } from '../../../checks/verification.ts'
import { apiKey, tenantParams } from '../../../schemas/views.ts'

/** `POST …/try-shop`: tries the key of a shop that is to be added. Nothing is stored, here or there. */
export function registerTryShop(app: App, { directory, verifier }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/try-shop',
    {
      config: { scope: 'config', audit: 'credentials-tried', idempotency: { none: 'nothing is stored' } },
      schema: {
        operationId: 'tryShop',
        tags: ['Integrations'],
        summary: 'Try the key of a shop that is to be added',
        description:
          'Tries EmpikPlace with a number and a key, part by part. Nothing is stored; `createIntegration` takes the same.',
        params: tenantParams,
        body: z.strictObject({ shopId: integrationSettings.shape.shopId, apiKey }),
        response: { 200: verificationResult, ...problems },
      },
    },
    async ({ params: { tenantId }, body }) => {
      await directory.tenant(tenantId)
      return verifier.shop(body)
    },
  )
}
