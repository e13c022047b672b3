import type { IntegrationRef } from '@connector/domain/words'
import type { Cause, Repository } from '@connector/repository'
import type { TenantStore, Vault } from '@connector/store'

interface KeyStores {
  store: Pick<TenantStore, 'inTenant'>
  vault: Pick<Vault, 'replace'>
  repository: Pick<Repository, 'changeIntegration'>
}

/** Seals the key of a shop and records that there is a new one, which nobody has accepted yet. */
export async function storeEmpikPlaceKey(
  { store, vault, repository }: KeyStores,
  ref: IntegrationRef,
  apiKey: string,
  causedBy: Cause,
): Promise<void> {
  const { tenantId, integrationId } = ref
  const credentialVersion = await store.inTenant(tenantId, (db) =>
    vault.replace(db, tenantId, `empikplace:${integrationId}`, apiKey),
  )
  await repository.changeIntegration(ref, causedBy, () => [
    { type: 'CredentialsReplaced', data: { side: 'empikplace', credentialVersion } },
  ])
}
