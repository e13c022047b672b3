import { causeOf } from '../../../../authentication/cause.ts'
import { assertShopIsIdle, isSameShop, startIntegration } from '@connector/domain/integration'
import type { App, RouteDeps } from '../../../deps.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { integrationParams, statusAnswer } from '../../../../schemas/views.ts'

/** `POST …/integrations/:integrationId/start`; does nothing when it runs already. */
export function registerStart(app: App, { directory, shops }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/integrations/:integrationId/start',
    {
      config: { scope: 'operate', audit: 'started' },
      schema: {
        operationId: 'startIntegration',
        tags: ['Integrations'],
        summary: 'Start an integration',
        description: 'Messages from now on become tickets. Does nothing when it runs already.',
        problems: [
          'integration.not_configured',
          'integration.not_authenticated',
          'integration.shop_connected',
          'command.refused',
          'write.contention',
        ],
        params: integrationParams,
        response: { 200: statusAnswer, ...problems },
      },
    },
    async (request) => {
      const { shopId } = (await directory.integration(request.params)).settings
      await shops.change(request.params, shopId, causeOf(request), (state, neighbours) => {
        // Meanwhile it got another shop, which somebody else may be starting with.
        if (state.settings && !isSameShop(state.settings.shopId, shopId)) throw new ApiError('write.contention')
        const started = startIntegration(state)
        if (started.length > 0) assertShopIsIdle(neighbours, shopId)
        return started
      })
      const { status } = await directory.integration(request.params)
      return { status }
    },
  )
}
