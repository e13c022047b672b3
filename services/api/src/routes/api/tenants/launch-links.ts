import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { App, RouteDeps } from '../../../app.ts'
import { callerOf } from '../../../authentication/caller.ts'
import { allows, tenantScopes } from '../../../authentication/scopes.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { problems } from '../../../errors/problem.ts'
import { tenantParams } from '../../schemas.ts'

const body = z.strictObject({
  /** What the one who follows the link may do; never more than the one who makes it. */
  scopes: z.array(z.enum(tenantScopes)).min(1).max(tenantScopes.length).default(['status:read']),
  /** A link is for the person who asked for it just now; a day is for those that are sent. */
  expiresInSeconds: z.number().int().min(10).max(86_400).default(600),
})

/**
 * `POST …/launch-links`: an address that opens the console without a login, once, such as from inside Thulium. What it
 * leads to is exchanged by `POST /launch/:token`.
 */
export function registerLaunchLinks(app: App, { links, directory, now }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/launch-links',
    {
      config: { scope: 'config' },
      schema: {
        params: tenantParams,
        body,
        response: { 201: z.object({ url: z.string(), expiresAt: z.iso.datetime() }), ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      const { scopes, expiresInSeconds } = request.body
      const caller = callerOf(request)
      const beyond = scopes.find((scope) => !allows(caller.scopes, scope))
      if (beyond !== undefined)
        throw new ApiError('authentication.scope', `The link would allow \`${beyond}\`, which you may not do yourself.`)
      await directory.tenant(tenantId)
      const expiresAt = new Date(now().getTime() + expiresInSeconds * 1000)
      const payload = { id: randomUUID(), tenant: tenantId, key: caller.keyId, scope: scopes.join(' ') }
      return reply.code(201).send({ url: links.make('launch', payload, expiresAt), expiresAt: expiresAt.toISOString() })
    },
  )
}
