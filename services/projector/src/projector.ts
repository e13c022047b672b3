import { randomUUID } from 'node:crypto'
import { createConnections, type Clients } from '@connector/connections'
import { defaultPanelLinks, type EffectKind } from '@connector/domain'
import type { EventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { startLoop, type Log, type SignedLinks } from '@connector/service-kit'
import { createLeases, type Vault, type WorkerStore } from '@connector/store'
import { commentAddHandler } from './effects/comment-add.ts'
import { customerLinkHandler } from './effects/customer-link.ts'
import type { EffectHandler } from './effects/handler.ts'
import { messageMirrorHandler } from './effects/message-mirror.ts'
import { replySendHandler } from './effects/reply-send.ts'
import { ticketCreateHandler } from './effects/ticket-create.ts'
import { createExecutor } from './execute.ts'
import { createLedger } from './ledger.ts'
import { projectNext } from './projection/projection.ts'
import { scaledTiming, type ProjectorSettings } from './settings.ts'
import { startWorker } from './worker.ts'

export interface ProjectorDeps {
  settings: Omit<ProjectorSettings, 'DATABASE_URL' | 'CONNECTOR_MASTER_KEY' | 'PUBLIC_URL' | 'LOG_LEVEL'>
  log: EventLog
  store: WorkerStore
  vault: Vault
  clients: Clients
  links: SignedLinks
  logger: Log
}

export interface Projector {
  /** Ends work under way, then gives the leases back. */
  stop(): Promise<void>
}

/**
 * The log hides what is newer than the oldest open transaction, so an event may not be readable yet when its wake-up comes.
 * The first rests are short for that; then the loop relies on wake-ups.
 */
const restsMs = [10, 40, 150, 500]

export async function startProjector(deps: ProjectorDeps): Promise<Projector> {
  const { settings, log, store, vault, clients, logger } = deps
  const repository = createRepository(log)
  const ledger = createLedger(store)
  const timing = scaledTiming(settings.WAIT_SCALE)
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

  const handlers: Record<EffectKind, EffectHandler> = {
    'customer:link': customerLinkHandler(store),
    'ticket:create': ticketCreateHandler({
      base: settings.EMPIKPLACE_URL,
      order: settings.ORDER_LINK,
      conversation: settings.CONVERSATION_LINK,
      home: defaultPanelLinks.home,
    }),
    'message:mirror': messageMirrorHandler,
    'comment:add': commentAddHandler,
    'reply:send': replySendHandler,
  }

  const execute = createExecutor({
    repository,
    connections: createConnections({ repository, store, vault, clients }),
    ledger,
    handlers,
    timing,
    rejections: { stopAfter: settings.REJECTIONS_TO_STOP, spacingMs: settings.REJECTION_SPACING_MS },
    log: logger,
    now: () => new Date(),
    random: Math.random,
  })

  const worker = startWorker({
    leases,
    ledger,
    execute,
    log: logger,
    now: () => new Date(),
    concurrency: settings.EFFECT_CONCURRENCY,
    perTenant: settings.EFFECTS_PER_TENANT,
  })

  let idle = 0
  const projection = startLoop({
    log: logger,
    operation: 'projection',
    step: async () => {
      const { events, effectsChanged } = await projectNext(log, store)
      if (effectsChanged) worker.wake()
      if (events > 0) {
        idle = 0
        return 0
      }
      idle += 1
      return restsMs[Math.min(idle, restsMs.length) - 1] ?? 500
    },
  })

  const leasing = startLoop({
    log: logger,
    operation: 'leases',
    step: async () => {
      const before = leases.held().length
      await leases.tick()
      if (leases.held().length !== before) worker.wake()
      // A new tenant is picked up within a second; renewal itself needs a third of the lease.
      return Math.min(settings.LEASE_MS / 3, 1_000)
    },
  })

  const unsubscribe = await log.subscribeWakeUps(() => {
    idle = 0
    projection.wake()
  })

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
