import { z } from 'zod'
import type { App, RouteDeps } from './deps.ts'
import { problems } from '../errors/problem.ts'
import { field } from '../schemas/field.ts'

const key = z.object({
  kty: field(z.string(), 'Type of the key.', 'OKP'),
  crv: field(z.string(), 'Its curve.', 'Ed25519'),
  x: field(z.string(), 'The public key, in base64url.', '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'),
  kid: field(z.string(), 'Names the key in the header of a token.', '2026-03'),
  use: field(z.literal('sig'), 'It signs.'),
  alg: field(z.literal('EdDSA'), 'The one algorithm tokens are signed with.'),
})

/** `GET /.well-known/jwks.json`: the public keys that tokens can be checked with (RFC 7517). Two for an hour each month. */
export function registerJwks(app: App, { authentication }: RouteDeps): void {
  app.get(
    '/.well-known/jwks.json',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'getSigningKeys',
        tags: ['Access'],
        summary: 'Read the public keys of tokens',
        description: 'RFC 7517: with these, another service can check tokens by itself. Two for an hour each month.',
        problems: ['database.unavailable'],
        response: {
          200: z.object({ keys: field(z.array(key), 'Every key that may have signed a live token.') }),
          ...problems,
        },
      },
    },
    async () => ({ keys: await authentication.signingKeys.published() }),
  )
}
