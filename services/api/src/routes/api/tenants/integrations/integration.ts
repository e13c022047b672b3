import { isDeepStrictEqual } from 'node:util'
import { configureIntegration, integrationSettingsInput, startIntegration } from '@connector/domain'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../../app.ts'
import { callerOf } from '../../../../authentication/caller.ts'
import { allows } from '../../../../authentication/scopes.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { field } from '../../../field.ts'
import { integrationParams, statusAnswer } from '../../../schemas.ts'

const isKnown = (name: string): boolean => Object.hasOwn(integrationSettingsInput.shape, name)

/** What a later version has added to the settings survives; what the body leaves out has its default. */
const unknownOf = (settings: object): object =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !isKnown(name)))

/**
 * `PUT …/integrations/:integrationId`: replaces the settings of a shop; its key stays. With `?start=true` it also starts
 * the integration: both or, where it cannot start, neither.
 */
export function registerIntegration(app: App, { directory, repository }: RouteDeps): void {
  app.put(
    '/api/tenants/:tenantId/integrations/:integrationId',
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'replaceIntegration',
        tags: ['Integrations'],
        summary: 'Replace the settings of an integration',
        description:
          'What is left out takes its default. The key stays. New settings count for what happens from now on. With `start=true` they are saved and the integration is started in one step, which also needs the scope `operate`; where it cannot start, nothing is saved.',
        problems: ['integration.not_authenticated', 'write.contention'],
        params: integrationParams,
        querystring: z.object({
          start: field(z.enum(['true', 'false']).default('false'), 'Whether to start it, too.', 'true'),
        }),
        body: integrationSettingsInput,
        response: { 200: integrationParams.pick({ integrationId: true }).extend(statusAnswer.shape), ...problems },
      },
    },
    async (request) => {
      const { params, body, id } = request
      const starts = request.query.start === 'true'
      if (starts && !allows(callerOf(request).scopes, 'operate'))
        throw new ApiError('authentication.scope', 'To start it needs the scope `operate`, too.')
      await directory.integration(params)
      await repository.changeIntegration(params, `api:${id}`, (state) => {
        const changed = { ...unknownOf(state.settings ?? {}), ...body }
        const saved = isDeepStrictEqual(changed, state.settings) ? [] : configureIntegration(changed)
        return starts ? [...saved, ...startIntegration(state)] : saved
      })
      const { status } = await directory.integration(params)
      return { integrationId: params.integrationId, status }
    },
  )
}
