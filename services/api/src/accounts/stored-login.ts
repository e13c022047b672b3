import type { ThuliumConnection } from '@connector/domain/events'
import type { ThuliumClient } from '@connector/thulium'
import type { RouteDeps } from '../deps.ts'

/** A Thulium account as its stored password opens it. */
export interface StoredLogin {
  client: ThuliumClient
  /** Another one after each change of user or password. */
  version: string
}

/** Undefined when no password is stored. */
export async function storedLogin(
  { store, vault, clients }: Pick<RouteDeps, 'store' | 'vault' | 'clients'>,
  tenantId: string,
  { system, apiUser }: ThuliumConnection,
): Promise<StoredLogin | undefined> {
  const password = await store.inTenant(tenantId, (db) => vault.read(db, tenantId, 'thulium'))
  if (!password) return undefined
  const client = clients.thulium({ system, user: apiUser, password: password.secret })
  return { client, version: `${apiUser}:${password.version}` }
}
