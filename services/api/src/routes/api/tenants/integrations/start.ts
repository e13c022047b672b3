import { causeOf } from '../../../../authentication/cause.ts'
import { assertShopIsIdle, isSameShop, startIntegration } from '@connector/domain/integration'
import type { IntegrationRef } from '@connector/domain/words'
import type { Cause } from '@connector/repository'
import type { App, RouteDeps } from '../../../deps.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { integrationParams, statusAnswer } from '../../../../schemas/views.ts'

/** Nobody gives a shop of another number to an integration more often than this while one request lasts. */
const mostTries = 3

/** `POST …/integrations/:integrationId/start`; does nothing when it runs already. */
export function registerStart(app: App, { directory, shops }: RouteDeps): void {
  /** False when it got another shop meanwhile, which somebody else may be starting with. */
  async function startOnce(ref: IntegrationRef, cause: Cause): Promise<boolean> {
    const { shopId } = (await directory.integration(ref)).settings
    let isSame = true
    await shops.change(ref, shopId, cause, (state, neighbours) => {
      isSame = !state.settings || isSameShop(state.settings.shopId, shopId)
      if (!isSame) return []
      const started = startIntegration(state)
      if (started.length > 0) assertShopIsIdle(neighbours, shopId)
      return started
    })
    return isSame
  }

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
      for (let tries = 0; !(await startOnce(request.params, causeOf(request))); tries += 1)
        if (tries >= mostTries) throw new ApiError('write.contention')
      const { status } = await directory.integration(request.params)
      return { status }
    },
  )
}
