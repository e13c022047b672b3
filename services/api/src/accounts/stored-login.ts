import type { Clients } from '@connector/connections'
import type { ThuliumConnection } from '@connector/domain/events'
import type { TenantStore, Vault } from '@connector/store'
import type { ThuliumClient } from '@connector/thulium'

/** A Thulium account as its stored password opens it. */
export interface StoredLogin {
  client: ThuliumClient
  /** Another one after each change of user or password. */
  version: string
}

/** Where the password is, and what opens the account with it. */
export interface LoginStores {
  store: Pick<TenantStore, 'inTenant'>
  vault: Pick<Vault, 'read'>
  clients: Pick<Clients, 'thulium'>
}

/** Undefined when no password is stored. */
export async function storedLogin(
  { store, vault, clients }: LoginStores,
  tenantId: string,
  { system, apiUser }: ThuliumConnection,
): Promise<StoredLogin | undefined> {
  const password = await store.inTenant(tenantId, (db) => vault.read(db, tenantId, 'thulium'))
  if (!password) return undefined
  const client = clients.thulium({ system, user: apiUser, password: password.secret })
  return { client, version: `${apiUser}:${password.version}` }
}
