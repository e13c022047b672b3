import { z } from 'zod'
import type { App, RouteDeps } from '../../../deps.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { textFor } from '../../../../authentication/texts.ts'
import { problems } from '../../../../errors/problem.ts'
import { statusTag } from '../../../../http/status-tag.ts'
import { compactStatus } from '../../../../reads/status-summary.ts'
import { readStatus } from '../../../../reads/status.ts'
import { integrationParams } from '../../../../schemas/views.ts'
import { compactStatusView, statusQuery, statusView } from '../../../../schemas/status.ts'

/** `GET …/integrations/:integrationId/status`: how the integration is doing, and why. */
export function registerStatus(app: App, deps: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/integrations/:integrationId/status',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'getIntegrationStatus',
        tags: ['Status'],
        summary: 'Read the status of an integration',
        description:
          'How it is doing and why, derived from facts. `view=compact` gives a small object instead. Its `etag` changes with every fact, and once a minute while something lags.',
        params: integrationParams,
        querystring: statusQuery,
        response: { 200: z.discriminatedUnion('view', [statusView, compactStatusView]), ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId, integrationId } = request.params
      const state = await deps.directory.integration({ tenantId, integrationId })
      const [status] = await readStatus(deps, tenantId, [{ integrationId, state }], textFor(request))
      if (!status) throw new ApiError('internal.unexpected', undefined, [], { cause: new Error('No status was read.') })
      const view = request.query.view === 'compact' ? compactStatus(status) : status
      return reply.header('etag', statusTag(view)).send(view)
    },
  )
}
