import type { TenantStore, Vault } from '@connector/store'
import type { FastifyInstance } from 'fastify'
import { installAccessControl } from './access-control.ts'
import { createAccessKeys, type AccessKeys } from './access-keys.ts'
import { createCallers, type Callers } from './callers.ts'
import { createSigningKeys, type SigningKeys } from './signing-keys.ts'
import { createTokens, type Tokens, type TokenSettings } from './tokens.ts'

export interface AuthenticationSettings extends TokenSettings {
  /** `off`: whoever reaches the port rules every tenant. */
  mode: 'required' | 'off'
}

/** What routes about keys and tokens work with. */
export interface Authentication {
  accessKeys: AccessKeys
  signingKeys: SigningKeys
  tokens: Tokens
  callers: Callers
}

/** Guards every route that is registered after it. */
export async function installAuthentication(
  app: FastifyInstance,
  settings: AuthenticationSettings,
  deps: { store: TenantStore; vault: Vault; now: () => Date },
): Promise<Authentication> {
  const accessKeys = createAccessKeys(deps.store, deps.now)
  const signingKeys = createSigningKeys(deps)
  const tokens = await createTokens(app, signingKeys, settings, deps.now)
  const callers = createCallers(accessKeys, tokens, deps.now)
  installAccessControl(app, settings.mode === 'required' ? callers : undefined)
  return { accessKeys, signingKeys, tokens, callers }
}
