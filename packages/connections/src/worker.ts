import { defaultTiming, scaledTiming, type EffectTiming } from '@connector/domain/effects'
import { openEventLog, type EventLog } from '@connector/event-log'
import { createRepository, createSealedLog, type Repository } from '@connector/repository'
import {
  createLog,
  createTally,
  readEnvironment,
  runMain,
  startTracing,
  untilStopped,
  watchHttpKillPoints,
  type Log,
  type Tally,
} from '@connector/service-kit'
import {
  assertLogHome,
  connectWorker,
  createConversationKeys,
  createVault,
  CredentialsUnreadable,
  masterKeysOf,
  openDatabaseClock,
  openRests,
  singCanary,
  untilSchemaIsReady,
  wrongClock,
  type MasterKeys,
  type Vault,
  type WorkerStore,
} from '@connector/store'
import type { z } from 'zod'
import type { NatsLink } from '@connector/nats'
import { createAcceptance, type Acceptance } from './acceptance.ts'
import { startBudgetReports } from './budget-reports.ts'
import { createClients, type Clients } from './clients.ts'
import { createConnections, type Connections } from './connections.ts'
import { createEverybodyRejected } from './everybody-rejected.ts'
import { openHealthPort } from './health-port.ts'
import { openNatsOf, wakeUpsOf } from './nats.ts'
import { eventStoreOf, type workerSettings, type WorkerSettings } from './service-settings.ts'

/** What whoever works for tenants in the background is made of: ingest and projector, alone or in one process. */
export interface Worker {
  store: WorkerStore
  log: EventLog
  /** As it is stored, texts of buyers sealed: for those that need none. */
  storedLog: EventLog
  /** Where the settings name one. */
  nats?: NatsLink | undefined
  natsPrefix: string
  vault: Vault
  clients: Clients
  /** What this process counts for /metrics, until it is reported. */
  tally: Tally
  masterKeys: MasterKeys
  /** Waits before look-ups and retries, as the settings scale them. */
  timing: EffectTiming
  logger: Log
  /** The time of the database. */
  now: () => Date
  /** Ends what was opened here, and nothing that runs on it. */
  close(): Promise<void>
}

interface Surroundings {
  logger: Log
  now?: () => Date
  /** What this process is called towards others; `standalone` if not given. */
  service?: string
  /** Connections to the database at most; 10 if not given. */
  connections?: number
}

export async function openWorker(
  settings: WorkerSettings,
  { logger, now = () => new Date(), connections, service = 'standalone' }: Surroundings,
): Promise<Worker> {
  const store = connectWorker({
    url: settings.DATABASE_URL,
    ...(connections === undefined ? {} : { max: connections }),
    onError: (error) => logger.warn({ error }, 'A database connection broke'),
  })
  const masterKeys = masterKeysOf(settings)
  const clock = await openDatabaseClock({
    pool: store.pool,
    now,
    onOffset: (offsetMs) => logger.warn({ offsetMs }, wrongClock),
  })
  const eventStore = eventStoreOf(settings)
  try {
    await assertLogHome(store.pool, eventStore, { claims: true })
  } catch (error) {
    clock.close()
    await store.close()
    throw error
  }
  const tally = createTally()
  const nats = openNatsOf(settings, { service, logger, tally })
  const wakeUps = wakeUpsOf(settings, nats)
  const storedLog = await openEventLog({
    eventStore,
    pool: store.pool,
    listen: { connectionString: settings.DATABASE_URL },
    ...(wakeUps === undefined ? {} : { wakeUps }),
    now: () => clock.now(),
    onError: (error) => logger.warn({ error }, 'The event log had a passing fault'),
  })
  const rests = await openRests(store, (error) =>
    logger.warn(
      { operation: 'rests', error },
      'Which accounts are paused could not be read: what was last known counts',
    ),
  )
  const log = createSealedLog(storedLog, createConversationKeys(masterKeys), store.pool)
  return {
    store,
    log,
    storedLog,
    nats,
    natsPrefix: settings.NATS_PREFIX,
    vault: createVault(masterKeys.masterKey, masterKeys.oldMasterKey),
    clients: createClients(settings, undefined, tally, (tenantId) => rests.has(tenantId)),
    tally,
    masterKeys,
    timing: scaledTiming(defaultTiming, settings.WAIT_SCALE),
    logger,
    now: () => clock.now(),
    async close() {
      clock.close()
      rests.close()
      await log.close()
      await nats?.close()
      await store.close()
    },
  }
}

/** What a service of a worker reaches tenants by, operations at a lower priority, and how it takes their answers to its credentials. */
export function connectionsOf(
  worker: Worker,
  settings: WorkerSettings,
  service: string,
): { repository: Repository; connections: Connections; laterConnections: Connections; acceptance: Acceptance } {
  const { log, store, vault, clients, now } = worker
  const repository = createRepository(() => log, service)
  const connections = createConnections({ repository, store, vault, clients })
  const laterConnections = createConnections({ repository, store, vault, clients, priority: 'later' })
  const acceptance = createAcceptance({
    repository,
    connections,
    rejections: { stopAfter: settings.REJECTIONS_TO_STOP, spacingMs: settings.REJECTION_SPACING_MS },
    everybodyRejected: createEverybodyRejected(store),
    now,
  })
  return { repository, connections, laterConnections, acceptance }
}

/** @throws {CredentialsUnreadable} nothing could be opened that others sealed; better no service than one that rejects its own keys */
async function checkMasterKey({ store, vault, logger }: Worker): Promise<void> {
  try {
    await store.db.transaction().execute((db) => singCanary(vault, db))
  } catch (error) {
    if (error instanceof CredentialsUnreadable) throw error
    // A database that is away or takes no writes is waited for.
    logger.warn({ error }, 'Whether the master key is the right one could not be found out')
  }
}

/**
 * Runs one service as a process of its own until it is told to end.
 * @param name of the service, in the log
 * @param schema of its environment
 */
export async function runService<S extends typeof workerSettings>(
  name: string,
  schema: S,
  start: (worker: Worker, settings: z.infer<S>) => Promise<{ stop(): Promise<void> }> | { stop(): Promise<void> },
): Promise<void> {
  await runMain(async () => {
    const settings = readEnvironment(schema)
    const logger = createLog(name, settings.LOG_LEVEL)
    watchHttpKillPoints()
    await untilSchemaIsReady(settings.DATABASE_URL, 'connector_worker', {
      onWait: (message) => logger.warn({}, message),
      onOwner: (message) => logger.warn({}, message),
    })
    const endTracing = await startTracing(settings, name, logger)
    const worker = await openWorker(settings, { logger, service: name })
    await checkMasterKey(worker)
    const { HEALTH_PORT, HEALTH_HOST } = settings
    const health = HEALTH_PORT === undefined ? undefined : await openHealthPort({ HEALTH_PORT, HEALTH_HOST }, worker)
    const service = await start(worker, settings)
    logger.info({}, 'The service is running')
    const budgetReports = startBudgetReports(worker)
    await untilStopped(logger, async () => {
      health?.stopping()
      await budgetReports.stop()
      await service.stop()
      await health?.close()
      await worker.close()
      await endTracing()
    })
  })
}
