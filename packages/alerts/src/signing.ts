import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Standard Webhooks: a secret is 24 to 64 bytes in base64 after `whsec_`. */
const prefix = 'whsec_'
const secretBytes = 32

/** How long the secret before goes on signing beside the new one. */
export const rotationMs = 24 * 3_600_000

/** The newest first; those before with the end of their time. */
const ring = z.array(z.object({ secret: z.string(), until: z.string().nullable() }))
export type SecretRing = z.infer<typeof ring>

export const newSecret = (): string => `${prefix}${randomBytes(secretBytes).toString('base64')}`

/** As it is sealed. */
export const sealedForm = (secrets: SecretRing): string => JSON.stringify(secrets)
export const ringOf = (text: string): SecretRing => ring.parse(JSON.parse(text))

const live = (secrets: SecretRing, now: Date): SecretRing =>
  secrets.filter(({ until }) => until === null || new Date(until) > now)

/** The new secret signs from now on; those before go on for a day, so that no receiver misses a message. */
export const rotated = (secrets: SecretRing, secret: string, now: Date): SecretRing => [
  { secret, until: null },
  ...live(secrets, now).map((one) => ({
    secret: one.secret,
    until: one.until ?? new Date(now.getTime() + rotationMs).toISOString(),
  })),
]

/** The headers of one message: the same id for each try, a time and a signature of its own. */
export function signedHeaders(id: string, body: string, secrets: SecretRing, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const signatures = live(secrets, now).map(({ secret }) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
