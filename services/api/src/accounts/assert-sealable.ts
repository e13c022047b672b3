import { serviceTenant, singCanary, type TenantStore, type Vault } from '@connector/store'

interface SealStores {
  store: Pick<TenantStore, 'inTenant'>
  vault: Vault
}

/**
 * Whether a secret of a tenant can be sealed, found out before anything is recorded that would lack it. The canary tells
 * also where the tenant has no data key yet: one started while the database was away has not sung it, and would make the
 * data key with a master key that nobody else has.
 * @throws {CredentialsUnreadable} what is in the database is sealed with another master key
 */
export async function assertSealable({ store, vault }: SealStores, tenantId: string): Promise<void> {
  await store.inTenant(serviceTenant, (db) => singCanary(vault, db))
  await store.inTenant(tenantId, (db) => vault.prepare(db, tenantId))
}
