import type { Clients } from '@connector/connections'
import type { Side, ThuliumConnection } from '@connector/domain/events'
import type { IntegrationRef } from '@connector/domain/words'
import type { CredentialPurpose, TenantStore, Vault } from '@connector/store'
import { checksOf } from './check.ts'
import { verifyEmpikPlace, type SideVerified } from './empikplace.ts'
import type { KnownIntegrations } from './known.ts'
import { texts } from './texts.ts'
import { createThuliumReads, type ThuliumReads } from './thulium-reads.ts'
import { verifyThulium } from './thulium.ts'

/** For one side of one integration: eight calls at one a second, and some patience with slow answers. */
const deadlineMs = 45_000

export interface TriesDeps {
  directory: KnownIntegrations
  store: Pick<TenantStore, 'inTenant'>
  vault: Pick<Vault, 'read'>
  clients: Pick<Clients, 'empikplace' | 'thulium'>
  now: () => Date
}

/** Asks one side whether it takes credentials, and remembers nothing. */
export function createTries({ directory, store, vault, clients, now }: TriesDeps) {
  const secret = async (tenantId: string, purpose: CredentialPurpose): Promise<string | undefined> =>
    (await store.inTenant(tenantId, (db) => vault.read(db, tenantId, purpose)))?.secret

  /** @param password undefined for the stored one */
  async function readsOf(
    tenantId: string,
    account: ThuliumConnection,
    password?: string,
  ): Promise<ThuliumReads | undefined> {
    const known = password ?? (await secret(tenantId, 'thulium'))
    if (known === undefined) return undefined
    const client = clients.thulium({ system: account.system, user: account.apiUser, password: known })
    return createThuliumReads(client, AbortSignal.timeout(deadlineMs))
  }

  const missing = (side: Side): SideVerified => ({
    checks: [checksOf(side).failed('credentials', side === 'empikplace' ? texts.keyMissing : texts.passwordMissing)],
    accountName: '',
    clockOffsetMs: 0,
  })

  const tryKey = (shopId: string, apiKey: string, of?: IntegrationRef): Promise<SideVerified> =>
    verifyEmpikPlace(
      clients.empikplace({ shopId, apiKey, ...(of && { of }) }),
      shopId,
      now,
      AbortSignal.timeout(deadlineMs),
    )

  async function tryEmpikPlace(ref: IntegrationRef, apiKey: string | undefined): Promise<SideVerified> {
    if (apiKey === undefined) return missing('empikplace')
    return tryKey((await directory.integration(ref)).settings.shopId, apiKey, ref)
  }

  async function tryThulium(ref: IntegrationRef, account: ThuliumConnection, reads: ThuliumReads | undefined) {
    if (reads === undefined) return missing('thulium')
    return verifyThulium(reads, account, (await directory.integration(ref)).settings)
  }

  return { secret, readsOf, tryKey, tryEmpikPlace, tryThulium }
}
