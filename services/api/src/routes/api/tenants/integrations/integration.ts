import { isDeepStrictEqual } from 'node:util'
import { configureIntegration, integrationSettingsInput } from '@connector/domain'
import type { App, RouteDeps } from '../../../../app.ts'
import { problems } from '../../../../errors/problem.ts'
import { integrationParams } from '../../../schemas.ts'

const isKnown = (name: string): boolean => Object.hasOwn(integrationSettingsInput.shape, name)

/** What a later version has added to the settings survives; what the body leaves out has its default. */
const unknownOf = (settings: object): object =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !isKnown(name)))

/** `PUT …/integrations/:integrationId`: replaces the settings of a shop; its key stays. */
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
          'What is left out takes its default. The key stays. New settings count for what happens from now on.',
        problems: ['write.contention'],
        params: integrationParams,
        body: integrationSettingsInput,
        response: { 200: integrationParams.pick({ integrationId: true }), ...problems },
      },
    },
    async (request) => {
      const { params, body, id } = request
      await directory.integration(params)
      await repository.changeIntegration(params, `api:${id}`, ({ settings }) => {
        const changed = { ...unknownOf(settings ?? {}), ...body }
        return isDeepStrictEqual(changed, settings) ? [] : configureIntegration(changed)
      })
      return { integrationId: params.integrationId }
    },
  )
}
