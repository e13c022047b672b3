import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import { ApiError } from '../errors/api-error.ts'
import type { AccessKeys } from './access-keys.ts'
import type { Caller } from './caller.ts'
import { hashOf, isKeySecret } from './key-secret.ts'
import { earlier } from './lifetimes.ts'
import { allows } from './scopes.ts'
import type { Tokens } from './tokens.ts'

/** Who a credential belongs to. */
export interface Callers {
  /**
   * @param credential an access key, or a token made for one
   * @throws {ApiError} authentication.invalid
   */
  identify(credential: string): Promise<Caller>
  /** After a key was revoked here: this process forgets at once, the others within `rememberedMs`. */
  forget(): void
}

/** Half of the minute within which a revoked key must be refused everywhere. */
const rememberedMs = 30_000

/** About 300 bytes each. */
const remembered = 10_000

export function createCallers(accessKeys: AccessKeys, tokens: Tokens, now: () => Date): Callers {
  const cache = new LRUCache<string, { caller: Caller; until: number }>(atMost(remembered))

  const refused = () => new ApiError('authentication.invalid')

  async function byKey(hash: Buffer): Promise<{ caller: Caller; expiresAt: Date | null }> {
    const key = await accessKeys.findLive({ hash })
    if (!key) throw refused()
    const { id: keyId, name: keyName, tenantId, scopes, expiresAt } = key
    return { caller: { keyId, keyName, keyExpiresAt: expiresAt, tenantId, scopes, showed: 'key' }, expiresAt }
  }

  async function byToken(token: string): Promise<{ caller: Caller; expiresAt: Date }> {
    const { keyId, tenantId, scopes, expiresAt } = await tokens.verify(token)
    const key = await accessKeys.findLive({ id: keyId })
    if (!key) throw refused()
    // A key of the operator may have made a link into one tenant; a key of a tenant never leads out of it.
    if (key.tenantId !== undefined && key.tenantId !== tenantId) throw refused()
    if (!scopes.every((scope) => allows(key.scopes, scope))) throw refused()
    const caller = { keyId, keyName: key.name, keyExpiresAt: key.expiresAt, tenantId, scopes, showed: 'token' } as const
    return { caller, expiresAt: earlier(expiresAt, key.expiresAt) }
  }

  return {
    async identify(credential) {
      // Kept by their hash, so that no memory dump holds credentials for long.
      const hash = hashOf(credential)
      const place = hash.toString('base64')
      const known = cache.get(place)
      if (known && now().getTime() < known.until) return known.caller
      const { caller, expiresAt } = isKeySecret(credential) ? await byKey(hash) : await byToken(credential)
      const until = Math.min(now().getTime() + rememberedMs, expiresAt?.getTime() ?? Infinity)
      cache.set(place, { caller, until })
      return caller
    },
    forget: () => cache.clear(),
  }
}
