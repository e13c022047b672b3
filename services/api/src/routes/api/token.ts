import { z } from 'zod'
import type { App, RouteDeps } from '../deps.ts'
import { callerOf } from '../../authentication/caller.ts'
import { scopes } from '../../authentication/scopes.ts'
import { tokenLifetimeSeconds } from '../../authentication/tokens.ts'
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

/** When a token that is made now ends. */
export const tokenEnd = (now: Date): string => new Date(now.getTime() + tokenLifetimeSeconds * 1000).toISOString()

/**
 * `POST /api/token`: exchanges an access key for a token that lasts 10 min, for whom the key itself should not be trusted
 * to: a web page, or a service that checks tokens with the published keys.
 */
export function registerToken(app: App, { authentication, now }: RouteDeps): void {
  app.post(
    '/api/token',
    {
      config: { scope: 'any', idempotency: { none: 'the answer holds a token, which is never stored' } },
      schema: {
        operationId: 'exchangeKey',
        tags: ['Access'],
        summary: 'Exchange an access key for a token',
        description:
          'The token lasts 10 min. It is for whom the key itself should not be trusted to: a web page, or a service that checks tokens with the published keys.',
        problems: ['authentication.key_needed'],
        response: { 200: tokenAnswer, ...problems },
      },
    },
    async (request) => {
      const { keyId, tenantId, scopes, showed } = callerOf(request)
      if (showed !== 'key') throw new ApiError('authentication.key_needed')
      const accessToken = await authentication.tokens.sign({ keyId, tenantId, scopes })
      const expiresAt = tokenEnd(now())
      return { accessToken, tokenType: 'Bearer' as const, expiresAt, tenantId: tenantId ?? null, scopes: [...scopes] }
    },
  )
}
