import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { strongTag } from '../../../http/entity-tags.ts'
import { tenantParams, tenantView } from '../../../schemas/views.ts'

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
        description:
          'Without the password, which is never answered. The strong `etag` is for `if-match` of `replaceThuliumAccount`.',
        params: tenantParams,
        response: { 200: tenantView, ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      const account = await directory.tenant(tenantId)
      const { system, apiUser, mailbox, agentLogin, threadField, orderField, sinkDomain } = account
      return reply.header('etag', strongTag(account)).send({
        tenantId,
        system,
        apiUser,
        mailbox,
        agentLogin,
        threadField,
        orderField: orderField ?? null,
        sinkDomain,
      })
    },
  )
}
