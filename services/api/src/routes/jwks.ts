import { z } from 'zod'
import type { App, RouteDeps } from '../app.ts'
import { problems } from '../errors/problem.ts'

const key = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('EdDSA'),
})

/** `GET /.well-known/jwks.json`: the public keys that tokens can be checked with (RFC 7517). Two for an hour each month. */
export function registerJwks(app: App, { authentication }: RouteDeps): void {
  app.get(
    '/.well-known/jwks.json',
    { config: { scope: 'public' }, schema: { response: { 200: z.object({ keys: z.array(key) }), ...problems } } },
    async () => ({ keys: await authentication.signingKeys.published() }),
  )
}
