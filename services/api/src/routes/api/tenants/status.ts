import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { textFor } from '../../../authentication/texts.ts'
import { problems } from '../../../errors/problem.ts'
import { statusTag } from '../../../http/status-tag.ts'
import { compactTenantStatus, tenantStatus } from '../../../reads/status-summary.ts'
import { readStatus } from '../../../reads/status.ts'
import { tenantParams } from '../../../schemas/views.ts'
import { compactTenantStatusView, statusQuery, tenantStatusView } from '../../../schemas/status.ts'

/** `GET /api/tenants/:tenantId/status`: how all integrations of a tenant are doing, alone and together. */
export function registerTenantStatus(app: App, deps: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/status',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'getTenantStatus',
        tags: ['Status'],
        summary: 'Read the status of all integrations',
        description:
          'How each integration and the Thulium account are doing, and a summary. `view=compact` gives one small object for each integration, for wall dashboards. Its `etag` changes with every fact, and once a minute while something lags.',
        params: tenantParams,
        querystring: statusQuery,
        response: { 200: z.discriminatedUnion('view', [tenantStatusView, compactTenantStatusView]), ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      const watched = await deps.directory.integrations(tenantId)
      const status = await readStatus(deps, tenantId, watched, textFor(request))
      const view =
        request.query.view === 'compact' ? compactTenantStatus(tenantId, status) : tenantStatus(tenantId, status)
      return reply.header('etag', statusTag(view)).send(view)
    },
  )
}
