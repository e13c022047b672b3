import fastifyJwt from '@fastify/jwt'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'
import { earlier } from './lifetimes.ts'
import { scopes, type Scope } from './scopes.ts'
import type { SigningKeys } from './signing-keys.ts'

export interface TokenSettings {
  issuer: string
  audience: string
}

/** What a token says; `keyId` is the access key it was made for, and without which it is worth nothing. */
interface TokenContent {
  keyId: string
  tenantId: string | undefined
  scopes: readonly Scope[]
}

export interface Tokens {
  /** Ends after `tokenLifetimeSeconds`, or with the key, whichever comes first. */
  sign(content: TokenContent & { keyExpiresAt: Date | null }): Promise<{ token: string; expiresAt: Date }>
  /** @throws {ApiError} authentication.invalid for anything but a token of ours that is valid now */
  verify(token: string): Promise<TokenContent & { expiresAt: Date }>
}

/** Long enough for a page to work with, short enough for a stolen one to be of little use. */
const tokenLifetimeSeconds = 600

/** EdDSA: one curve, nothing to choose wrongly, and keys and signatures are short. */
const algorithm = 'EdDSA'

const header = z.looseObject({ kid: z.string() })
const scope = z.enum(scopes)
const claims = z.looseObject({
  sub: z.uuid(),
  tenant: z.string().optional(),
  scope: z.string(),
  exp: z.number(),
})

const refused = (cause?: unknown) => new ApiError('authentication.invalid', undefined, [], { cause })

/** There is no key of the plug-in's own: each call names the one it means, and one that does not fails. */
const noKey = (): Promise<never> => Promise.reject(new Error('Name the key.'))

/** Tokens by @fastify/jwt. What the header says decides on nothing but which of our keys is tried. */
export async function createTokens(
  app: FastifyInstance,
  keys: SigningKeys,
  settings: TokenSettings,
  now: () => Date,
): Promise<Tokens> {
  const { issuer, audience } = settings
  await app.register(fastifyJwt, {
    secret: { private: noKey, public: noKey },
    decode: { complete: true },
    sign: { algorithm, iss: issuer, aud: audience },
    verify: {
      algorithms: [algorithm],
      allowedIss: issuer,
      allowedAud: audience,
      requiredClaims: ['iss', 'aud', 'sub', 'exp', 'iat'],
    },
  })

  const kidOf = (token: string): string | undefined => {
    try {
      return header.parse(app.jwt.decode<{ header: unknown }>(token)?.header).kid
    } catch {
      return undefined
    }
  }

  return {
    async sign({ keyId, tenantId, scopes, keyExpiresAt }) {
      const { kid, privateKey } = await keys.current()
      const content = { sub: keyId, scope: scopes.join(' '), ...(tenantId === undefined ? {} : { tenant: tenantId }) }
      const issuedAt = Math.floor(now().getTime() / 1000)
      const end = earlier(new Date((issuedAt + tokenLifetimeSeconds) * 1000), keyExpiresAt)
      const exp = Math.floor(end.getTime() / 1000)
      const token = app.jwt.sign({ ...content, iat: issuedAt, exp }, { key: privateKey, kid })
      return { token, expiresAt: new Date(exp * 1000) }
    },
    async verify(token) {
      const kid = kidOf(token)
      const key = kid === undefined ? undefined : await keys.publicKey(kid)
      if (key === undefined) throw refused()
      try {
        const said = claims.parse(app.jwt.verify<object>(token, { key, clockTimestamp: now().getTime() }))
        return {
          keyId: said.sub,
          tenantId: said.tenant,
          scopes: z.array(scope).parse(said.scope.split(' ')),
          expiresAt: new Date(said.exp * 1000),
        }
      } catch (error) {
        throw refused(error)
      }
    },
  }
}
