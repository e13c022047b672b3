import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationState } from '@connector/domain/integration'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { IntegrationRef } from '@connector/domain/words'
import type { EmpikPlaceClient } from '@connector/empikplace'
import type { Priority } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import { atMost, createBatcher } from '@connector/service-kit'
import {
  CredentialsUnreadable,
  type Credential,
  type CredentialPurpose,
  type Vault,
  type WorkerStore,
} from '@connector/store'
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

/** Revisions of the two streams, and the two secrets. */
type MadeOf = readonly [integration: number, account: number, key: string, password: string]

/** How long a change of settings or of a key may go unnoticed. */
const freshForMs = 1_000

/** Those of a few seconds: a shop that is looked at once a minute finds its streams in memory, and its clients are soon made anew. */
const keptConnections = 2_000

/** Secrets read by one statement at most. */
const maxSecrets = 200

export function createConnections(deps: {
  repository: Repository
  store: WorkerStore
  vault: Vault
  clients: Clients
  /** Default `live`; operations take `later`. */
  priority?: Priority
}): Connections {
  const { repository, store, vault, clients, priority = 'live' } = deps
  const cache = new LRUCache<string, Promise<Connection>>({ ...atMost(keptConnections), ttl: freshForMs })
  /** The last one made of each, used again while nothing that it was made of has changed. */
  const made = new LRUCache<string, { of: MadeOf; connection: Connection }>(atMost(keptConnections))

  /** Looks that begin together share a round trip, as their reads of streams do. */
  const readSecrets = createBatcher<
    { tenantId: string; purpose: CredentialPurpose },
    Credential | undefined | CredentialsUnreadable
  >((wanted) => vault.readMany(store.db, wanted), maxSecrets)

  async function secretOf(tenantId: string, purpose: CredentialPurpose): Promise<Credential | undefined> {
    const found = await readSecrets({ tenantId, purpose })
    if (found instanceof CredentialsUnreadable) throw found
    return found
  }

  async function connect(ref: IntegrationRef): Promise<Connection> {
    const { tenantId, integrationId } = ref
    const [{ state: integration, revision }, { state: tenant, revision: tenantRevision }, key, password] =
      await Promise.all([
        repository.integration(ref),
        repository.tenant(tenantId),
        secretOf(tenantId, `empikplace:${integrationId}`),
        secretOf(tenantId, 'thulium'),
      ])
    const { settings } = integration
    const { connection: account } = tenant
    if (!settings || !account || !key || !password)
      throw new NotConnected(
        `Integration ${integrationId} of ${tenantId} has no ${!settings ? 'settings' : !account ? 'Thulium account' : !key ? 'EmpikPlace key' : 'Thulium password'} yet.`,
      )
    const of: MadeOf = [revision, tenantRevision, key.secret, password.secret]
    const before = made.get(nameOf(ref))
    if (before?.of.every((part, index) => part === of[index])) return before.connection
    const connection = {
      ref,
      integration,
      settings,
      account,
      empikplace: clients.empikplace({ shopId: settings.shopId, apiKey: key.secret, of: ref, priority }),
      thulium: clients.thulium({ system: account.system, user: account.apiUser, password: password.secret, priority }),
    }
    made.set(nameOf(ref), { of, connection })
    return connection
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
