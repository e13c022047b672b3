import { z } from 'zod'
import type { App, RouteDeps } from '../deps.ts'
import { callerOf } from '../../authentication/caller.ts'
import { scopes } from '../../authentication/scopes.ts'
import { ApiError } from '../../errors/api-error.ts'
import { problems } from '../../errors/problem.ts'
import { field } from '../../schemas/field.ts'

export const tokenAnswer = z.object({
  accessToken: field(z.string(), 'The token; send it as `authorization: Bearer …`.', 'eyJhbGciOiJFZERTQSJ9.e30.c2ln'),
  tokenType: field(z.literal('Bearer'), 'How it is sent (RFC 6750).'),
  expiresAt: field(z.iso.datetime(), 'When it ends.', '2026-03-02T08:25:00.000Z'),
  tenantId: field(z.string().nullable(), 'Null for the operator, who may act for any tenant.', 'demo-sklep'),
  scopes: field(z.array(z.enum(scopes)), 'What it allows.', ['status:read']),
})

/**
 * `POST /api/token`: exchanges an access key for a token that lasts 10 min, for whom the key itself should not be trusted
 * to: a web page, or a service that checks tokens with the published keys.
 */
export function registerToken(app: App, { authentication }: RouteDeps): void {
  app.post(
    '/api/token',
    {
      config: {
        scope: 'any',
        needsKey: true,
        idempotency: { none: 'the answer holds a token, which is never stored' },
      },
      schema: {
        operationId: 'exchangeKey',
        tags: ['Access'],
        summary: 'Exchange an access key for a token',
        description:
          'The token lasts 10 min, or as long as the key if that is shorter. It is for whom the key itself should not be trusted to: a web page, or a service that checks tokens with the published keys.',
        response: { 200: tokenAnswer, ...problems },
      },
    },
    async (request) => {
      const { keyId, keyExpiresAt, tenantId, scopes, showed } = callerOf(request)
      // Where nobody is asked who he is there is no key to exchange either.
      if (showed !== 'key') throw new ApiError('authentication.key_needed')
      const { token, expiresAt } = await authentication.tokens.sign({ keyId, keyExpiresAt, tenantId, scopes })
      return {
        accessToken: token,
        tokenType: 'Bearer' as const,
        expiresAt: expiresAt.toISOString(),
        tenantId: tenantId ?? null,
        scopes: [...scopes],
      }
    },
  )
}
