import { z } from 'zod'
import type { App, RouteDeps } from '../../../deps.ts'
import { problems } from '../../../../errors/problem.ts'
import { readChanges } from '../../../../reads/changes.ts'
import { changeView } from '../../../../schemas/change.ts'
import { field } from '../../../../schemas/field.ts'
import { integrationParams } from '../../../../schemas/views.ts'

/**
 * `GET …/integrations/:integrationId/changes`: when the integration and its Thulium account were changed, by whom, and
 * which settings from what to what, newest first. Keys and passwords are not in it: they are in no event.
 */
export function registerIntegrationChanges(app: App, deps: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/integrations/:integrationId/changes',
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'listIntegrationChanges',
        tags: ['Integrations'],
        summary: 'List the changes of an integration',
        description:
          'When it and its Thulium account were changed, by whom, and which settings from what to what, newest first. Keys and passwords are not in it.',
        params: integrationParams,
        querystring: z.object({
          limit: field(z.coerce.number<number>().int().min(1).max(500).default(100), 'How many at most.'),
        }),
        response: { 200: z.object({ items: field(z.array(changeView), 'The newest first.') }), ...problems },
      },
    },
    async (request) => {
      await deps.directory.integration(request.params)
      return {
        items: (await readChanges(deps.logs(request.params.tenantId), request.params)).slice(0, request.query.limit),
      }
    },
  )
}
