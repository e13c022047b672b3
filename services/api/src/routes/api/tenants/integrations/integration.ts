import { isDeepStrictEqual } from 'node:util'
import {
  assertShopIsFree,
  assertShopIsIdle,
  configureIntegration,
  isSameShop,
  startIntegration,
} from '@connector/domain/integration'
import { integrationSettings, integrationSettingsInput } from '@connector/domain/settings'
import { z } from 'zod'
import { causeOf } from '../../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../../deps.ts'
import { problems } from '../../../../errors/problem.ts'
import { strongTag } from '../../../../http/entity-tags.ts'
import { assertUnchanged, ifMatchHeaders } from '../../../../http/preconditions.ts'
import { field } from '../../../../schemas/field.ts'
import { integrationParams, statusAnswer } from '../../../../schemas/views.ts'

const isKnown = (name: string): boolean => Object.hasOwn(integrationSettingsInput.shape, name)

/** What a later version has added to the settings survives; what the body leaves out has its default. */
const unknownOf = (settings: object): object =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !isKnown(name)))

const view = integrationSettings.meta({ id: 'IntegrationSettings' })

/**
 * `…/integrations/:integrationId`: the settings of a shop. `PUT` replaces them; its key stays. With `?start=true` it also
 * starts the integration: both or, where it cannot start, neither.
 */
export function registerIntegration(app: App, { directory, shops }: RouteDeps): void {
  const url = '/api/tenants/:tenantId/integrations/:integrationId'

  app.get(
    url,
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'getIntegration',
        tags: ['Integrations'],
        summary: 'Read the settings of an integration',
        description:
          'As they are now, in the form that `replaceIntegration` takes. The strong `etag` is for its `if-match`; how the integration is doing is in its status.',
        params: integrationParams,
        response: { 200: view, ...problems },
      },
    },
    async ({ params }, reply) => {
      const { settings } = await directory.integration(params)
      return reply.header('etag', strongTag(settings)).send(settings)
    },
  )

  app.put(
    url,
    {
      config: {
        scope: 'config',
        audit: 'settings-changed',
        furtherScope: { query: 'start', value: 'true', scope: 'operate' },
      },
      schema: {
        operationId: 'replaceIntegration',
        tags: ['Integrations'],
        summary: 'Replace the settings of an integration',
        description:
          'What is left out takes its default. The key stays. New settings count for what happens from now on. With `start=true` they are saved and the integration is started in one step, which also needs the scope `operate`; where it cannot start, nothing is saved.',
        problems: [
          'integration.not_authenticated',
          'integration.shop_connected',
          'request.precondition_failed',
          'write.contention',
        ],
        params: integrationParams,
        querystring: z.object({
          start: field(
            z.enum(['true', 'false']).default('false'),
            'Whether to start it, too; that needs the scope `operate` besides.',
            'true',
          ),
        }),
        headers: ifMatchHeaders,
        body: integrationSettingsInput,
        response: { 200: integrationParams.pick({ integrationId: true }).extend(statusAnswer.shape), ...problems },
      },
    },
    async (request) => {
      const { params, body } = request
      const starts = request.query.start === 'true'
      await directory.integration(params)
      const { shopId } = body
      await shops.change(params, shopId, causeOf(request), (state, neighbours) => {
        assertUnchanged(request.headers['if-match'], strongTag(state.settings ?? {}))
        const changed = { ...unknownOf(state.settings ?? {}), ...body }
        const saved = isDeepStrictEqual(changed, state.settings) ? [] : configureIntegration(changed)
        if (!state.settings || !isSameShop(state.settings.shopId, shopId)) assertShopIsFree(neighbours, shopId)
        const started = starts ? startIntegration(state) : []
        if (started.length > 0) assertShopIsIdle(neighbours, shopId)
        return [...saved, ...started]
      })
      const { status } = await directory.integration(params)
      return { integrationId: params.integrationId, status }
    },
  )
}
