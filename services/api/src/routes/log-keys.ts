import { serviceTenant } from '@connector/store'
import { z } from 'zod'
import type { App, RouteDeps } from './deps.ts'
import { problems } from '../errors/problem.ts'
import { field } from '../schemas/field.ts'

const jwk = z.object({ kty: z.string(), crv: z.string(), x: z.string() })

const key = z.object({
  kty: field(z.string(), 'Type of the key.', 'OKP'),
  crv: field(z.string(), 'Its curve.', 'Ed25519'),
  x: field(z.string(), 'The public key, in base64url.', '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'),
  kid: field(z.string(), 'Names the key in a head.', '0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30'),
  use: field(z.literal('sig'), 'It signs.'),
  alg: field(z.literal('EdDSA'), 'The algorithm.'),
})

/** `GET /.well-known/log-keys.json`: with these anybody can check a head of the log, however old. */
export function registerLogKeys(app: App, { store }: RouteDeps): void {
  app.get(
    '/.well-known/log-keys.json',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'getLogKeys',
        tags: ['Access'],
        summary: 'Read the public keys of signed heads',
        description:
          'RFC 7517: every key that has ever signed a head of the log. None is ever taken away, since what it signed is kept.',
        problems: ['database.unavailable'],
        response: { 200: z.object({ keys: field(z.array(key), 'The newest first.') }), ...problems },
      },
    },
    () =>
      store.inTenant(serviceTenant, async (db) => {
        const rows = await db.selectFrom('log_signing_keys').selectAll().orderBy('created_at', 'desc').execute()
        return {
          keys: rows.map((row) => ({
            ...jwk.parse(row.public_key),
            ...{ kid: row.key_id, use: 'sig' as const, alg: 'EdDSA' as const },
          })),
        }
      }),
  )
}
