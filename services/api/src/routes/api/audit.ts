import { allTenants } from '@connector/domain/words'
import type { App, RouteDeps } from '../deps.ts'
import { problems } from '../../errors/problem.ts'
import { readAudit } from '../../reads/audit.ts'
import { auditPage, auditQuery } from '../../schemas/audit.ts'

/** `GET /api/audit`: what is about no tenant, such as keys of the operator. */
export function registerOperatorAudit(app: App, { store }: RouteDeps): void {
  app.get(
    '/api/audit',
    {
      config: { scope: 'operator' },
      schema: {
        operationId: 'listOperatorAudit',
        tags: ['Access'],
        summary: 'List who did what beside all tenants',
        description:
          'For the staff of the service: keys of the operator made and revoked, by a request or by a command, the newest first. What was done to a tenant stands in the audit of that tenant.',
        querystring: auditQuery,
        response: { 200: auditPage, ...problems },
      },
    },
    ({ query }) => readAudit(store, allTenants, query),
  )
}
