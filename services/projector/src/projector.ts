import { randomUUID } from 'node:crypto'
import { startAlerts } from '@connector/alerts'
import { connectionsOf, panelLinksOf, type Worker } from '@connector/connections'
import { startFeed } from '@connector/feed'
import { createRuns, startOperations } from '@connector/operations'
import { createSignedLinks, startLeaseLoop, watchEventLoop } from '@connector/service-kit'
import { createBehindSince, createLeases } from '@connector/store'
import { createAnswerFiles } from './effects/answer-files.ts'
import { createBuyerRecords } from './effects/buyer-records.ts'
import { createHandlers } from './effects/handlers.ts'
import { startChores } from './chores.ts'
import type { ExecutorDeps } from './executor/deps.ts'
import { execute } from './executor/execute.ts'
import { createLastTaken } from './executor/last-taken.ts'
import { createLedger } from './ledger.ts'
import { operationHandlers } from './operations/handlers.ts'
import { followLog } from './projection/loop.ts'
import { createPartShare } from './projection/part-share.ts'
import { createProjection } from './projection/projection.ts'
import type { ProjectorSettings } from './settings.ts'
import { takeOverEffects } from './take-over.ts'
import { startWorker } from './worker.ts'

export interface Projector {
  /** Ends work under way, then gives the leases back. */
  stop(): Promise<void>
}

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
    // A write that is cut off is looked for minutes long before it is tried again.
    isBusy: (tenantId) => effects.isBusy(tenantId),
    onAcquired: (taken) => takeOverEffects(taken, { store, ledger, logger, waitMs: takeOverWaitMs }),
  })

  const panel = panelLinksOf(settings)
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
    execute: (effect, lease, goOn) => execute(executor, effect, lease, goOn),
    log: logger,
    now,
    concurrency: settings.EFFECT_CONCURRENCY,
    perTenant: settings.EFFECTS_PER_TENANT,
    lookUpAfterMs: takeOverWaitMs,
  })

  const readModels = createProjection(log, store, now, createPartShare(store, owner))
  const projection = followLog(readModels, logger, {
    onEffects: () => effects.wake(),
    onShared: () => log.wakeOthers(),
  })

  const leasing = startLeaseLoop({
    leases,
    ttlMs: settings.LEASE_MS,
    shareEveryMs: settings.LEASE_SHARE_MS,
    log: logger,
    onChange: () => effects.wake(),
  })

  const ofFeed = {
    ...{ log: worker.storedLog, nats: worker.nats, prefix: worker.natsPrefix, settings, logger, tally: worker.tally },
  }
  const feed = startFeed({ ...ofFeed, store, ttlMs: settings.LEASE_MS })

  const operations = startOperations({
    runs: createRuns(store, owner, settings.LEASE_MS),
    repository,
    handlers: operationHandlers({ log, store, repository, now, wakeProjection: () => projection.wake(), feed: ofFeed }),
    log: logger,
    ttlMs: settings.LEASE_MS,
    now,
  })

  const alerts = startAlerts({
    ...{ store, vault: worker.vault, settings, now },
    ...{ behindSince: createBehindSince(worker.log, store.pool), tally: worker.tally, log: logger },
  })
  // The digests are of what is stored: no text is opened for them.
  const chores = startChores({ log: worker.storedLog, store, vault: worker.vault, repository, logger, now })

  const unsubscribe = await log.subscribeWakeUps(() => {
    projection.wake()
    feed.wake()
  })

  return {
    async stop() {
      await unsubscribe()
      await operations.stop()
      await alerts.stop()
      await projection.stop()
      await feed.stop()
      await chores.stop()
      await effects.stop()
      await leasing.stop()
      await leases.releaseAll()
    },
  }
}
