import { randomUUID } from 'node:crypto'
import { createAcceptance, createConnections, createEverybodyRejected, type Clients } from '@connector/connections'
import { defaultTiming, scaledTiming } from '@connector/domain/effects'
import { defaultPanelLinks } from '@connector/domain/settings'
import type { EventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { startLeaseLoop, startLoop, type Log, type SignedLinks } from '@connector/service-kit'
import { createLeases, type Vault, type WorkerStore } from '@connector/store'
import { createBuyerRecords } from './effects/buyer-records.ts'
import { createHandlers } from './effects/handlers.ts'
import type { ExecutorDeps } from './executor/deps.ts'
import { execute } from './executor/execute.ts'
import { createLastTaken } from './executor/last-taken.ts'
import { createLedger } from './ledger.ts'
import { createProjection } from './projection/projection.ts'
import type { ProjectorSettings } from './settings.ts'
import { startWorker } from './worker.ts'

export interface ProjectorDeps {
  settings: Omit<
    ProjectorSettings,
    'DATABASE_URL' | 'CONNECTOR_MASTER_KEY' | 'CONNECTOR_OLD_MASTER_KEY' | 'PUBLIC_URL' | 'LOG_LEVEL'
  >
  log: EventLog
  store: WorkerStore
  vault: Vault
  clients: Clients
  links: SignedLinks
  logger: Log
  now?: () => Date
}

export interface Projector {
  /** Ends work under way, then gives the leases back. */
  stop(): Promise<void>
}

/** How long the projection rests at the end of the log; a wake-up ends the rest early. */
const idleMs = 1_000

export async function startProjector(deps: ProjectorDeps): Promise<Projector> {
  const { settings, log, store, vault, clients, logger, now = () => new Date() } = deps
  const repository = createRepository(() => log, 'projector')
  const ledger = createLedger(store)
  const timing = scaledTiming(defaultTiming, settings.WAIT_SCALE)
  const takeOverWaitMs = Math.min(...Object.values(timing.lookupDelaysMs).map(([first]) => first ?? 0))

  const leases = createLeases({
    store,
    service: 'projector',
    owner: randomUUID(),
    ttlMs: settings.LEASE_MS,
    onAcquired: async (lease) => {
      const count = await ledger.takeOver(lease, takeOverWaitMs)
      if (count > 0)
        logger.warn(
          { tenantId: lease.tenantId, count },
          'Effects of an earlier owner will be looked up before they are tried',
        )
    },
  })

  const panel = {
    base: settings.EMPIKPLACE_URL,
    order: settings.ORDER_LINK,
    conversation: settings.CONVERSATION_LINK,
    home: defaultPanelLinks.home,
  }
  const connections = createConnections({ repository, store, vault, clients })
  const executor: ExecutorDeps = {
    repository,
    connections,
    ledger,
    handlers: createHandlers({ buyers: createBuyerRecords(store), panel, links: deps.links, now }),
    timing,
    acceptance: createAcceptance({
      repository,
      connections,
      rejections: { stopAfter: settings.REJECTIONS_TO_STOP, spacingMs: settings.REJECTION_SPACING_MS },
      everybodyRejected: createEverybodyRejected(store),
      now,
    }),
    lastTaken: createLastTaken(),
    log: logger,
    now,
    random: Math.random,
  }

  const worker = startWorker({
    leases,
    ledger,
    execute: (effect, lease) => execute(executor, effect, lease),
    log: logger,
    now,
    concurrency: settings.EFFECT_CONCURRENCY,
    perTenant: settings.EFFECTS_PER_TENANT,
    lookUpAfterMs: takeOverWaitMs,
  })

  const readModels = createProjection(log, store)
  const projection = startLoop({
    log: logger,
    operation: 'projection',
    step: async () => {
      const { events, effectsChanged } = await readModels.next()
      if (effectsChanged) worker.wake()
      return events > 0 ? 0 : idleMs
    },
  })

  const leasing = startLeaseLoop({ leases, ttlMs: settings.LEASE_MS, log: logger, onChange: () => worker.wake() })

  const unsubscribe = await log.subscribeWakeUps(() => projection.wake())

  return {
    async stop() {
      await unsubscribe()
      await projection.stop()
      await worker.stop()
      await leasing.stop()
      await leases.releaseAll()
    },
  }
}
