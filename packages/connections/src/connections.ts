import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationState } from '@connector/domain/integration'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { IntegrationRef } from '@connector/domain/words'
import type { EmpikPlaceClient } from '@connector/empikplace'
import type { Priority } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { Vault, WorkerStore } from '@connector/store'
import type { ThuliumClient } from '@connector/thulium'
import { LRUCache } from 'lru-cache'
import type { Clients } from './clients.ts'

/** Everything needed to work for one integration. */
export interface Connection {
  ref: IntegrationRef
  integration: IntegrationState
  settings: IntegrationSettings
  account: ThuliumConnection
  empikplace: EmpikPlaceClient
  thulium: ThuliumClient
}

/** An integration lacks something to work with; the message says what. */
export class NotConnected extends Error {
  readonly code = 'integration.not_connected'
}

export interface Connections {
  /** @throws {NotConnected} */
  get(ref: IntegrationRef): Promise<Connection>
  /** The other side rejected its credentials, so they may have been replaced: the next `get` reads them anew. */
  forget(ref: IntegrationRef): void
}

/** How long a change of settings or of a key may go unnoticed. */
const freshForMs = 1_000
const keptConnections = 10_000

export function createConnections(deps: {
  repository: Repository
  store: WorkerStore
  vault: Vault
  clients: Clients
  /** Default `live`; operations take `later`. */
  priority?: Priority
}): Connections {
  const { repository, store, vault, clients, priority = 'live' } = deps
  const cache = new LRUCache<string, Promise<Connection>>({ max: keptConnections, ttl: freshForMs })

  async function connect(ref: IntegrationRef): Promise<Connection> {
    const { tenantId, integrationId } = ref
    const [{ state: integration }, { state: tenant }, key, password] = await Promise.all([
      repository.integration(ref),
      repository.tenant(tenantId),
      vault.read(store.db, tenantId, `empikplace:${integrationId}`),
      vault.read(store.db, tenantId, 'thulium'),
    ])
    const { settings } = integration
    const { connection: account } = tenant
    if (!settings || !account || !key || !password)
      throw new NotConnected(
        `Integration ${integrationId} of ${tenantId} has no ${!settings ? 'settings' : !account ? 'Thulium account' : !key ? 'EmpikPlace key' : 'Thulium password'} yet.`,
      )
    return {
      ref,
      integration,
      settings,
      account,
      empikplace: clients.empikplace({ shopId: settings.shopId, apiKey: key.secret, of: ref, priority }),
      thulium: clients.thulium({ system: account.system, user: account.apiUser, password: password.secret, priority }),
    }
  }

  const nameOf = ({ tenantId, integrationId }: IntegrationRef): string => `${tenantId}/${integrationId}`

  return {
    get(ref) {
      const name = nameOf(ref)
      const known = cache.get(name)
      if (known) return known
      const made = connect(ref)
      cache.set(name, made)
      made.catch(() => cache.delete(name))
      return made
    },
    forget: (ref) => void cache.delete(nameOf(ref)),
  }
}
