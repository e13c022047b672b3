import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { readAudit } from '../../../reads/audit.ts'
import { auditKinds, auditView, readingsEveryMinutes } from '../../../schemas/audit.ts'
import { field } from '../../../schemas/field.ts'
import { cursorQuery, limitQuery, nextCursor } from '../../../schemas/paging.ts'
import { exampleTime, tenantParams } from '../../../schemas/views.ts'

const time = z.iso.datetime({ offset: true })

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
        querystring: z.object({
          kind: field(z.enum(auditKinds), 'Only entries of this kind.', 'conversation-read').optional(),
          since: field(time, 'Only from then on.', exampleTime).optional(),
          until: field(time, 'Only before then.', exampleTime).optional(),
          limit: limitQuery,
          cursor: cursorQuery,
        }),
        response: { 200: z.object({ items: field(z.array(auditView), 'The newest first.'), nextCursor }), ...problems },
      },
    },
    async ({ params: { tenantId }, query }) => {
      await directory.known(tenantId)
      return readAudit(store, tenantId, query)
    },
  )
}
