import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { readAudit } from '../../../reads/audit.ts'
import { auditPage, auditQuery, readingsEveryMinutes } from '../../../schemas/audit.ts'
import { tenantParams } from '../../../schemas/views.ts'

/** `GET /api/tenants/:tenantId/audit`: who did what, and who read what is personal. */
export function registerAudit(app: App, { directory, store }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/audit',
    {
      config: { scope: 'audit:read', audit: 'audit-read' },
      schema: {
        operationId: 'listAudit',
        tags: ['Access'],
        summary: 'List who did what',
        description: `Keys and links made and revoked, settings and decisions, and reading of conversations and files, the newest first. What was changed from what to what is in the changes of the integration. Reading the same again is written down once in ${readingsEveryMinutes} minutes for each key and process.`,
        params: tenantParams,
        querystring: auditQuery,
        response: { 200: auditPage, ...problems },
      },
    },
    async ({ params: { tenantId }, query }) => {
      await directory.known(tenantId)
      return readAudit(store, tenantId, query)
    },
  )
}
