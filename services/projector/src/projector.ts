import { randomUUID } from 'node:crypto'
import { startAlerts } from '@connector/alerts'
import { connectionsOf, type Worker } from '@connector/connections'
import { createRuns, startOperations } from '@connector/operations'
import { defaultPanelLinks } from '@connector/domain/settings'
import { createSignedLinks, startLeaseLoop, startLoop, watchEventLoop } from '@connector/service-kit'
import { createLeases, unconfirmedRestore } from '@connector/store'
import { createAnswerFiles } from './effects/answer-files.ts'
import { createBuyerRecords } from './effects/buyer-records.ts'
import { createHandlers } from './effects/handlers.ts'
import type { ExecutorDeps } from './executor/deps.ts'
import { execute } from './executor/execute.ts'
import { createLastTaken } from './executor/last-taken.ts'
import { createLedger } from './ledger.ts'
import { followHeads } from './log-heads.ts'
import { operationHandlers } from './operations/handlers.ts'
import { createProjection } from './projection/projection.ts'
import type { Quarantined } from './projection/quarantine.ts'
import { askForRetention } from './retention.ts'
import type { ProjectorSettings } from './settings.ts'
import { startWorker } from './worker.ts'

const aboutStream = (stream: Quarantined) => ({
  tenantId: stream.tenant_id,
  integrationId: stream.integration_id,
  threadId: stream.thread_id,
  eventId: stream.event_id,
  reason: `${stream.event_type}, version ${stream.schema_version}`,
})

export interface Projector {
  /** Ends work under way, then gives the leases back. */
  stop(): Promise<void>
}

/** How long the projection rests at the end of the log; a wake-up ends the rest early. */
const idleMs = 1_000

/** The heads of the log are signed once a day; until then new events are followed this often. */
const headsEveryMs = 600_000

/** Whose night has come is looked at this often. */
const retentionEveryMs = 1_800_000

export async function startProjector(worker: Worker, settings: ProjectorSettings): Promise<Projector> {
  const { log, store, masterKeys, timing, logger, now } = worker
  const { repository, connections, acceptance } = connectionsOf(worker, settings, 'projector')
  const links = createSignedLinks(masterKeys.masterKey, settings.PUBLIC_URL, masterKeys.oldMasterKey)
  const ledger = createLedger(store, worker.tally)
  const takeOverWaitMs = Math.min(...Object.values(timing.lookupDelaysMs).map(([first]) => first ?? 0))

  const owner = randomUUID()
  const leases = createLeases({
    store,
    service: 'projector',
    owner,
    ttlMs: settings.LEASE_MS,
    loopDelayMs: watchEventLoop(),
    onAcquired: async (lease) => {
      const count = await ledger.takeOver(lease, takeOverWaitMs)
      if (count > 0)
        logger.warn(
          { tenantId: lease.tenantId, count },
          'Effects of an earlier owner will be looked up before they are tried',
        )
      const restore = await unconfirmedRestore(store.db)
      if (restore)
        logger.warn(
          { tenantId: lease.tenantId, reason: `a backup of ${restore.since.toISOString()}` },
          'The database was restored: nothing is written until somebody confirms (npm run restored -- --confirm)',
        )
    },
  })

  const panel = {
    base: settings.EMPIKPLACE_URL,
    order: settings.ORDER_LINK,
    conversation: settings.CONVERSATION_LINK,
    home: defaultPanelLinks.home,
  }
  const executor: ExecutorDeps = {
    repository,
    connections,
    ledger,
    handlers: createHandlers({
      buyers: createBuyerRecords(store),
      panel,
      links,
      answerFiles: createAnswerFiles(store),
      now,
    }),
    timing,
    acceptance,
    lastTaken: createLastTaken(),
    log: logger,
    now,
    random: Math.random,
  }

  const effects = startWorker({
    leases,
    ledger,
    execute: (effect, lease) => execute(executor, effect, lease),
    log: logger,
    now,
    concurrency: settings.EFFECT_CONCURRENCY,
    perTenant: settings.EFFECTS_PER_TENANT,
    lookUpAfterMs: takeOverWaitMs,
  })

  const readModels = createProjection(log, store, now)
  const projection = startLoop({
    log: logger,
    operation: 'projection',
    step: async () => {
      const { events, effectsChanged, quarantined } = await readModels.next()
      for (const stream of quarantined) logger.error(aboutStream(stream), 'The read models stop following a stream')
      if (effectsChanged) effects.wake()
      if (events > 0) return 0
      const retry = await readModels.retry()
      if (retry?.stays !== undefined || !retry) return idleMs
      logger.info(aboutStream(retry.tried), 'The read models follow a stream again')
      effects.wake()
      return 0
    },
  })

  const leasing = startLeaseLoop({
    leases,
    ttlMs: settings.LEASE_MS,
    shareEveryMs: settings.LEASE_SHARE_MS,
    log: logger,
    onChange: () => effects.wake(),
  })

  const operations = startOperations({
    runs: createRuns(store, owner, settings.LEASE_MS),
    repository,
    handlers: operationHandlers({ log, store, repository, now, wakeProjection: () => projection.wake() }),
    log: logger,
    ttlMs: settings.LEASE_MS,
    now,
  })

  const alerts = startAlerts({ store, vault: worker.vault, settings, tally: worker.tally, log: logger, now })
  const heads = startLoop({
    log: logger,
    operation: 'log heads',
    step: async () => ((await followHeads(log, store, worker.vault, now)) ? 0 : headsEveryMs),
  })

  const retention = startLoop({
    log: logger,
    operation: 'retention',
    step: async () => {
      await askForRetention(repository, store, now())
      return retentionEveryMs
    },
  })

  const unsubscribe = await log.subscribeWakeUps(() => projection.wake())

  return {
    async stop() {
      await unsubscribe()
      await operations.stop()
      await alerts.stop()
      await projection.stop()
      await heads.stop()
      await retention.stop()
      await effects.stop()
      await leasing.stop()
      await leases.releaseAll()
    },
  }
}
