import type { App, RouteDeps } from '../../../app.ts'
import { problems } from '../../../errors/problem.ts'
import { tenantParams, tenantView } from '../../schemas.ts'

/** `GET /api/tenants/:tenantId`: the settings of the Thulium account, without its password. */
export function registerTenant(app: App, { directory }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId',
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'getTenant',
        tags: ['Account'],
        summary: 'Read the settings of a Thulium account',
        description: 'Without the password, which is never answered.',
        params: tenantParams,
        response: { 200: tenantView, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      const { system, apiUser, mailbox, agentLogin, threadField, orderField, sinkDomain } =
        await directory.tenant(tenantId)
      return {
        tenantId,
        system,
        apiUser,
        mailbox,
        agentLogin,
        threadField,
        orderField: orderField ?? null,
        sinkDomain,
      }
    },
  )
}
