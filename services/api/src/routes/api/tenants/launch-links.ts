import { both } from '@connector/domain/words'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { callerOf } from '../../../authentication/caller.ts'
import { earlier } from '../../../authentication/lifetimes.ts'
import { allows, tenantScopes } from '../../../authentication/scopes.ts'
import { ApiError } from '../../../errors/api-error.ts'
import { problems } from '../../../errors/problem.ts'
import { field } from '../../../schemas/field.ts'
import { tenantParams } from '../../../schemas/views.ts'

const body = z.strictObject({
  scopes: field(
    z.array(z.enum(tenantScopes)).min(1).max(tenantScopes.length).default(['status:read']),
    'What the one who follows the link may do; never more than the one who makes it.',
  ),
  // A link is for the person who asked for it just now; a day is for those that are sent.
  expiresInSeconds: field(
    z.number().int().min(10).max(86_400).default(600),
    'How long it works, in seconds; no longer than the key that makes it.',
  ),
})

/**
 * `POST …/launch-links`: an address that opens the console without a login, once, such as from inside Thulium. What it
 * leads to is exchanged by `POST /launch/:token`.
 */
export function registerLaunchLinks(app: App, { links, directory, now }: RouteDeps): void {
  app.post(
    '/api/tenants/:tenantId/launch-links',
    {
      config: {
        scope: 'config',
        needsKey: true,
        audit: 'link-made',
        idempotency: { none: 'the answer holds a link that lets people in, which is never stored' },
      },
      schema: {
        operationId: 'createLaunchLink',
        tags: ['Access'],
        summary: 'Make a link that opens the console',
        description: 'It works once, without a login, such as from inside Thulium. It ends with the key that makes it.',
        params: tenantParams,
        body,
        response: {
          201: z.object({
            url: field(z.string(), 'The link.', 'https://connector.example/launch/eyJ0In0.c2ln'),
            expiresAt: field(z.iso.datetime(), 'When it ends.', '2026-03-02T08:25:00.000Z'),
          }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      const { scopes, expiresInSeconds } = request.body
      const caller = callerOf(request)
      const beyond = scopes.find((scope) => !allows(caller.scopes, scope))
      if (beyond !== undefined)
        throw new ApiError(
          'authentication.scope',
          both(
            `Link pozwalałby na \`${beyond}\`, czego ten klucz sam nie może.`,
            `The link would allow \`${beyond}\`, which you may not do yourself.`,
          ),
        )
      await directory.tenant(tenantId)
      const expiresAt = earlier(new Date(now().getTime() + expiresInSeconds * 1000), caller.keyExpiresAt)
      const id = randomUUID()
      request.audited = { subject: id }
      const payload = { id, tenant: tenantId, key: caller.keyId, scope: scopes.join(' ') }
      return reply.code(201).send({ url: links.make('launch', payload, expiresAt), expiresAt: expiresAt.toISOString() })
    },
  )
}
