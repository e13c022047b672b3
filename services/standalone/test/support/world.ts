import { randomUUID } from 'node:crypto'
import { createApi, createFingerprints, type ConsoleOptions } from '@connector/api'
import { openTenantLog, openWorker, workerSettings } from '@connector/connections'
import { authenticated, configureIntegration, startIntegration } from '@connector/domain/integration'
import { defaultPanelLinks, type IntegrationSettingsInput } from '@connector/domain/settings'
import { connectThulium } from '@connector/domain/tenant'
import type { EventLog } from '@connector/event-log'
import { createRepository, type Repository } from '@connector/repository'
import {
  createEmpikPlaceSandbox,
  createThuliumSandbox,
  type EmpikPlaceSandbox,
  type ThuliumSandbox,
} from '@connector/sandbox'
import { createLog, createSignedLinks } from '@connector/service-kit'
import {
  connectTenants,
  createMasterKey,
  freeAllLeases,
  migrate,
  parseMasterKey,
  schemaDigest,
  type Vault,
  type WorkerStore,
} from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import { startServices } from '../../src/services.ts'
import { accountConfig, agentLogin } from './account.ts'
import { copyDatabase } from './copy-database.ts'
import { createTestClock, type TestClock } from './clock.ts'

/** Waits are short, so that a test takes a second where a shop takes minutes; everything else is as in production. */
const fastSettings = {
  THULIUM_REQUESTS_PER_SECOND: '1000',
  THULIUM_REQUESTS_IN_FLIGHT: '4',
  EMPIKPLACE_REQUESTS_PER_SECOND: '1000',
  EMPIKPLACE_REQUESTS_IN_FLIGHT: '4',
  EMPIKPLACE_POLL_MS: '300',
  THULIUM_POLL_MS: '300',
  REPLY_SETTLE_MS: '50',
  // Long enough for a busy machine; a test that kills lets leases run out by itself, one of waiting takes `shortLease`.
  LEASE_MS: '10000',
  LEASE_SHARE_MS: '250',
  WAIT_SCALE: '0.02',
  REJECTION_SPACING_MS: '50',
  LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
}

/** On top of a world's environment, where processes must notice that another one is gone. */
export const shortLease = { LEASE_MS: '1500' }

export interface Shop {
  tenantId: string
  integrationId: string
  shopId: number
  apiKey: string
}

export interface World {
  databaseUrl: string
  store: WorkerStore
  log: EventLog
  repository: Repository
  vault: Vault
  /** Where the API listens, and where links in tickets lead. */
  apiUrl: string
  empik: EmpikPlaceSandbox
  thulium: ThuliumSandbox
  clock: TestClock
  /** Environment of a service process that works in this world. */
  environment: Record<string, string>
  /** A seller with a running integration. */
  addShop(options?: {
    tenantId?: string
    shopId?: number
    start?: boolean
    startedAt?: Date
    settings?: Partial<IntegrationSettingsInput>
  }): Promise<Shop>
  /** A second API on the same data, which asks callers who they are and serves the console. */
  startGuardedApi(console: ConsoleOptions): Promise<string>
  /** Ingest and projector inside the test's process. */
  startServices(overrides?: Record<string, string>): Promise<() => Promise<void>>
  /** The time after which nobody waits for a process that was killed, without waiting for it. */
  leasesRunOut(): Promise<void>
  dispose(): Promise<void>
}

let nextShop = 37_001

/** A database in the newest schema. */
const createMigratedDatabase = () =>
  createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })

/** The outside, which several worlds of one file may share: each shop and each account has a name of its own. */
export interface Outside {
  empik: EmpikPlaceSandbox
  thulium: ThuliumSandbox
  /** Moves both sandboxes and the services. */
  clock: TestClock
  empikUrl: string
  thuliumUrl: string
  close(): Promise<void>
}

export async function createOutside(): Promise<Outside> {
  const empik = await createEmpikPlaceSandbox({})
  const thulium = await createThuliumSandbox({ switches: { agentSendDelaySeconds: 0 } })
  const [empikUrl, thuliumUrl] = await Promise.all([empik.listen(0), thulium.listen(0)])
  const clock = createTestClock((at) => {
    empik.clock.setTo(at)
    thulium.clock.setTo(at)
  })
  return {
    empik,
    thulium,
    clock,
    empikUrl,
    thuliumUrl,
    async close() {
      await Promise.all([empik.close(), thulium.close()])
      clock.dispose()
    },
  }
}

/** A place of its own in the EventStoreDB that the tests are told of; else the log is in the world's database. */
const eventStoreOfTests = (): Record<string, string> => {
  const url = process.env['EVENTSTORE_URL']
  return url === undefined || url === ''
    ? {}
    : { EVENTSTORE_URL: url, EVENTSTORE_PREFIX: `t${randomUUID().replaceAll('-', '')}_` }
}

/**
 * @param shared an outside that outlives this world; by default the world has its own
 * @param copied a world whose database is copied, as it is now
 * @param givenKey a master key; by default the one of the copied world, or one of its own
 */
export async function createWorld(shared?: Outside, copied?: World, givenKey?: string): Promise<World> {
  const [database, outside] = await Promise.all([createMigratedDatabase(), shared ?? createOutside()])
  const { empik, thulium, clock, empikUrl, thuliumUrl } = outside
  if (copied) await copyDatabase(copied.databaseUrl, database.url)
  const masterKey = copied?.environment['CONNECTOR_MASTER_KEY'] ?? givenKey ?? createMasterKey()
  const services = {
    ...fastSettings,
    DATABASE_URL: database.url,
    ...eventStoreOfTests(),
    CONNECTOR_MASTER_KEY: masterKey,
    EMPIKPLACE_URL: empikUrl,
    THULIUM_URL: `${thuliumUrl}/{system}`,
  }
  const surroundings = { logger: createLog('test', fastSettings.LOG_LEVEL), now: clock.now, connections: 4 }
  const settings = workerSettings.parse(services)
  const opened = await openWorker(settings, surroundings)
  const { store, log, vault, clients } = opened
  if (copied) await freeAllLeases(store)
  const repository = createRepository(() => log, 'test')
  const tenants = connectTenants({ url: database.url, max: 2 })
  const apiLog = await openTenantLog(settings, {
    ...{ store: tenants, masterKeys: opened.masterKeys, nats: opened.nats },
    now: () => clock.now(),
    onError: () => undefined,
  })
  const openApi = async (mode: 'off' | 'required', console?: ConsoleOptions) => {
    const api = await createApi({
      store: tenants,
      log: apiLog,
      vault,
      clients,
      // The API only reads links, and those of any address.
      links: createSignedLinks(parseMasterKey(masterKey), 'http://127.0.0.1'),
      fingerprints: createFingerprints(parseMasterKey(masterKey)),
      logger: createLog('api', 'silent'),
      now: clock.now,
      authentication: { mode, issuer: 'http://127.0.0.1', audience: 'test' },
      panel: { ...defaultPanelLinks, base: empikUrl },
      // Who is told of alerts in tests is of this machine.
      alertsToThisMachine: true,
      ...(console ? { console } : {}),
    })
    return { api, url: await api.listen({ host: '127.0.0.1', port: 0 }) }
  }
  const { api, url: apiUrl } = await openApi('off')
  const further = new Set<typeof api>()
  const environment = { ...services, PUBLIC_URL: apiUrl, TEST_CLOCK: clock.file }
  const running = new Set<() => Promise<void>>()

  return {
    databaseUrl: database.url,
    store,
    log,
    repository,
    vault,
    apiUrl,
    empik,
    thulium,
    clock,
    environment,
    async addShop({
      tenantId = `sklep-${randomUUID().slice(0, 8)}`,
      shopId = nextShop++,
      start = true,
      startedAt,
      settings = {},
    } = {}) {
      const clockOffsetMs = startedAt ? startedAt.getTime() - Date.now() : 0
      const apiKey = randomUUID()
      const integrationId = randomUUID()
      const ref = { tenantId, integrationId }
      const known = await repository.tenant(tenantId)
      const account = accountConfig(tenantId)
      if (!known.state.connection) {
        thulium.addSystem(account)
        await repository.changeTenant(tenantId, 'test', () =>
          connectThulium({
            system: tenantId,
            apiUser: account.apiUser,
            mailbox: 'sklep@sklep.example',
            agentLogin,
            threadField: 'EmpikPlace wątek',
            orderField: 'EmpikPlace zamówienie',
            sinkDomain: 'relay.connector.example',
          }),
        )
        await vault.replace(store.db, tenantId, 'thulium', account.password)
      }
      empik.addShop({ id: shopId, name: `Sklep ${shopId}` })
      empik.addKey({ key: apiKey, shopIds: [shopId] })
      await vault.replace(store.db, tenantId, `empikplace:${integrationId}`, apiKey)
      await repository.changeIntegration(ref, 'test', () =>
        configureIntegration({
          name: `Sklep ${shopId}`,
          shopId: String(shopId),
          customerField: 'Empik ID',
          queueId: 7,
          categoryId: 12,
          ...settings,
        }),
      )
      await repository.changeIntegration(ref, 'test', (state) =>
        authenticated(state, [
          { side: 'empikplace', accountName: `Sklep ${shopId}`, clockOffsetMs },
          { side: 'thulium', accountName: tenantId, clockOffsetMs: 0 },
        ]),
      )
      if (start) await repository.changeIntegration(ref, 'test', startIntegration)
      return { tenantId, integrationId, shopId, apiKey }
    },
    async startGuardedApi(console) {
      const { api: guarded, url } = await openApi('required', console)
      further.add(guarded)
      return url
    },
    async startServices(overrides = {}) {
      const values = { ...environment, ...overrides }
      const worker = await openWorker(workerSettings.parse(values), surroundings)
      const stopServices = await startServices(worker, values)
      const stop = async (): Promise<void> => {
        running.delete(stop)
        await stopServices()
        await worker.close()
      }
      running.add(stop)
      return stop
    },
    leasesRunOut: () => freeAllLeases(store),
    async dispose() {
      for (const stop of running) await stop()
      await Promise.all([api, ...further].map((one) => one.close()))
      await apiLog.close()
      await Promise.all([opened.close(), tenants.close()])
      if (!shared) await outside.close()
      await database.drop()
    },
  }
}
