import { authenticated, configureIntegration, startIntegration } from '@connector/domain/integration'
import { connectThulium } from '@connector/domain/tenant'
import { createPostgresEventLog, type EventLog } from '@connector/event-log'
import { createProjection } from '@connector/projector'
import { createRepository, type Repository } from '@connector/repository'
import {
  connectWorker,
  createMasterKey,
  createVault,
  migrate,
  parseMasterKey,
  type Vault,
  type WorkerStore,
} from '@connector/store'
import { startServices } from './services.ts'
import {
  agentLogin,
  apiUser,
  categoryId,
  customerField,
  mailbox,
  passwordOf,
  queueId,
  threadField,
  type BenchShop,
} from './shops.ts'

export interface World {
  store: WorkerStore
  log: EventLog
  /** Ingest and projector in this process, as `npm start` runs them. */
  startServices(environment: Record<string, string>): Promise<() => Promise<void>>
  /** What services elsewhere need to work in this world. */
  access: Record<string, string>
  close(): Promise<void>
}

/** Budgets without a limit: what is measured is the product, not the waiting for an outside limit. */
export const unlimited = {
  THULIUM_REQUESTS_PER_SECOND: '1000000',
  THULIUM_REQUESTS_IN_FLIGHT: '1000',
  EMPIKPLACE_REQUESTS_PER_SECOND: '1000000',
  EMPIKPLACE_REQUESTS_IN_FLIGHT: '1000',
}

/** Shops were started this long before their setting up, so that the seeded messages count as new. */
const startedBeforeMs = 24 * 3_600_000

const sideBySide = 100

async function addShop(repository: Repository, vault: Vault, store: WorkerStore, shop: BenchShop): Promise<void> {
  const ref = { tenantId: shop.tenantId, integrationId: shop.integrationId }
  await vault.replace(store.db, shop.tenantId, `empikplace:${shop.integrationId}`, shop.apiKey)
  const name = `Sklep ${shop.shopId}`
  await repository.changeIntegration(ref, 'bench', () =>
    configureIntegration({ name, shopId: String(shop.shopId), customerField, queueId, categoryId }),
  )
  await repository.changeIntegration(ref, 'bench', (state) =>
    authenticated(state, [
      { side: 'empikplace', accountName: name, clockOffsetMs: -startedBeforeMs },
      { side: 'thulium', accountName: shop.tenantId, clockOffsetMs: 0 },
    ]),
  )
  await repository.changeIntegration(ref, 'bench', startIntegration)
}

async function addTenant(repository: Repository, vault: Vault, store: WorkerStore, tenantId: string): Promise<void> {
  await vault.replace(store.db, tenantId, 'thulium', passwordOf(tenantId))
  await repository.changeTenant(tenantId, 'bench', () =>
    connectThulium({
      system: tenantId,
      apiUser,
      mailbox,
      agentLogin,
      threadField,
      sinkDomain: 'relay.connector.example',
    }),
  )
}

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += sideBySide)
    await Promise.all(items.slice(start, start + sideBySide).map(work))
}

/** A database with running integrations, projected, and no service at work yet. */
export async function createWorld(databaseUrl: string, shops: readonly BenchShop[]): Promise<World> {
  await migrate(databaseUrl)
  const store = connectWorker({ url: databaseUrl, max: 20 })
  const log = createPostgresEventLog({ pool: store.pool, listen: databaseUrl, onError: () => undefined })
  const repository = createRepository(() => log, 'bench')
  const masterKey = createMasterKey()
  const vault = createVault(parseMasterKey(masterKey))
  await inGroups([...new Set(shops.map(({ tenantId }) => tenantId))], (tenantId) =>
    addTenant(repository, vault, store, tenantId),
  )
  await inGroups(shops, (shop) => addShop(repository, vault, store, shop))
  const projection = createProjection(log, store)
  while ((await projection.next()).events > 0);

  const access = { DATABASE_URL: databaseUrl, CONNECTOR_MASTER_KEY: masterKey }
  return {
    store,
    log,
    startServices: (values) => startServices({ ...unlimited, ...values, ...access }),
    access,
    async close() {
      await log.close()
      await store.close()
    },
  }
}
