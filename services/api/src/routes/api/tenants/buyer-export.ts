import { both } from '@connector/domain/words'
import type { App, RouteDeps } from '../../deps.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { problems } from '../../../errors/problem.ts'
import { readBuyerExport } from '../../../reads/buyer-export.ts'
import { buyerExport, buyerParams } from '../../../schemas/buyer-export.ts'

/** `GET …/buyers/:customerId/export`: what a shop hands out when a buyer asks what is held about him. */
export function registerBuyerExport(app: App, { store, logs, directory, now }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/buyers/:customerId/export',
    {
      config: { scope: 'conversations:read', audit: 'buyer-exported' },
      schema: {
        operationId: 'exportBuyer',
        tags: ['Conversations'],
        summary: 'Export everything held about a buyer',
        description:
          'Every conversation with everything that was recorded of it, and what could not be read and names the buyer. To erase all of it, ask for the operation `erase`.',
        problems: ['buyer.unknown'],
        params: buyerParams,
        response: { 200: buyerExport, ...problems },
      },
    },
    async (request) => {
      const { tenantId, customerId } = request.params
      await directory.tenant(tenantId)
      const document = await readBuyerExport({ store, logs }, tenantId, customerId, now())
      if (!document)
        throw new ApiError(
          'buyer.unknown',
          both(
            `W koncie ${tenantId} nie ma konwersacji tego klienta.`,
            `Tenant ${tenantId} has no conversation of this buyer.`,
          ),
        )
      request.audited = { subject: customerId }
      return document
    },
  )
}
