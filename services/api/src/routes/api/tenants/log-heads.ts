import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { listLogHeads } from '../../../reads/log-heads.ts'
import { field } from '../../../schemas/field.ts'
import { logHeadView } from '../../../schemas/log-head.ts'
import { cursorQuery, limitQuery, nextCursor } from '../../../schemas/paging.ts'
import { tenantParams } from '../../../schemas/views.ts'

/** `GET /api/tenants/:tenantId/log-heads`: what the log was on each day, signed. */
export function registerLogHeads(app: App, { directory, store }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/log-heads',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'listLogHeads',
        tags: ['Operations'],
        summary: 'List the signed heads of the log',
        description:
          'Once a day the digest of all events of the tenant is signed. Whoever keeps a head can prove later that nothing before it was edited; the operation `verify` compares them with the log.',
        params: tenantParams,
        querystring: z.object({ limit: limitQuery, cursor: cursorQuery }),
        response: {
          200: z.object({ items: field(z.array(logHeadView), 'The newest first.'), nextCursor }),
          ...problems,
        },
      },
    },
    async ({ params: { tenantId }, query }) => {
      await directory.tenant(tenantId)
      return listLogHeads(store, tenantId, query)
    },
  )
}
