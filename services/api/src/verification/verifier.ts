import type { Clients } from '@connector/connections'
import { authenticated, type IntegrationRef, type ThuliumConnection, type Verified } from '@connector/domain'
import type { Repository } from '@connector/repository'
import type { CredentialPurpose, TenantStore, Vault } from '@connector/store'
import type { Directory } from '../directory.ts'
import { checksOf, type VerificationResult } from './check.ts'
import { verifyEmpikPlace, type SideVerified } from './empikplace.ts'
import { texts } from './texts.ts'
import { createThuliumReads, type ThuliumReads } from './thulium-reads.ts'
import { verifyThulium } from './thulium.ts'

/** Tries the credentials of an integration on both outside APIs, without writing anything there. */
export interface Verifier {
  /** On success the integration is authenticated, and one that had been stopped by rejections runs again. */
  integration(ref: IntegrationRef, causedBy: string): Promise<VerificationResult>
  /** Several integrations of one tenant, with the reads of its Thulium account shared between them. */
  integrations(
    tenantId: string,
    integrationIds: readonly string[],
    causedBy: string,
  ): Promise<{ integrationId: string; result: VerificationResult }[]>
}

/** For one side of one integration: eight calls at one a second, and some patience with slow answers. */
const deadlineMs = 45_000

export function createVerifier(deps: {
  repository: Repository
  directory: Directory
  store: TenantStore
  vault: Vault
  clients: Clients
  now: () => Date
}): Verifier {
  const { repository, directory, store, vault, clients, now } = deps

  const secret = async (tenantId: string, purpose: CredentialPurpose): Promise<string | undefined> =>
    (await store.inTenant(tenantId, (db) => vault.read(db, tenantId, purpose)))?.secret

  async function readsOf(account: ThuliumConnection, tenantId: string): Promise<ThuliumReads | undefined> {
    const password = await secret(tenantId, 'thulium')
    if (password === undefined) return undefined
    const client = clients.thulium({ system: account.system, user: account.apiUser, password })
    return createThuliumReads(client, AbortSignal.timeout(deadlineMs))
  }

  const missing = (side: 'empikplace' | 'thulium'): SideVerified => ({
    checks: [checksOf(side).failed('credentials', side === 'empikplace' ? texts.keyMissing : texts.passwordMissing)],
    accountName: '',
    clockOffsetMs: 0,
  })

  async function verify(
    ref: IntegrationRef,
    account: ThuliumConnection,
    reads: ThuliumReads | undefined,
    causedBy: string,
  ): Promise<VerificationResult> {
    const { settings } = await directory.integration(ref)
    const apiKey = await secret(ref.tenantId, `empikplace:${ref.integrationId}`)
    const [empikplace, thulium] = await Promise.all([
      apiKey === undefined
        ? missing('empikplace')
        : verifyEmpikPlace(
            clients.empikplace({ shopId: settings.shopId, apiKey }),
            settings.shopId,
            now,
            AbortSignal.timeout(deadlineMs),
          ),
      reads === undefined ? missing('thulium') : verifyThulium(reads, account, settings),
    ])
    const parts = [...empikplace.checks, ...thulium.checks]
    const ok = parts.every((part) => part.ok)
    if (ok) {
      const proven = ({ accountName, clockOffsetMs }: SideVerified, side: Verified['side']): Verified => ({
        side,
        accountName,
        clockOffsetMs,
      })
      const verified = [proven(empikplace, 'empikplace'), proven(thulium, 'thulium')]
      await repository.changeIntegration(ref, causedBy, (state) => authenticated(state, verified))
    }
    return { ok, parts }
  }

  return {
    async integration(ref, causedBy) {
      const account = await directory.tenant(ref.tenantId)
      return verify(ref, account, await readsOf(account, ref.tenantId), causedBy)
    },
    async integrations(tenantId, integrationIds, causedBy) {
      const account = await directory.tenant(tenantId)
      const reads = await readsOf(account, tenantId)
      return Promise.all(
        integrationIds.map(async (integrationId) => ({
          integrationId,
          result: await verify({ tenantId, integrationId }, account, reads, causedBy),
        })),
      )
    },
  }
}
