import type { EventLog } from '@connector/event-log'
import type { OperationHandler } from '@connector/operations'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { ofBuyer, quiet } from './erase-whom.ts'
import { createErase } from './erase.ts'
import { createRebuild } from './rebuild.ts'
import { createRefeed, type RefeedDeps } from './refeed.ts'
import { createResolveParked } from './resolve-parked.ts'
import { createVerify } from './verify.ts'

interface OperationDeps {
  log: EventLog
  store: WorkerStore
  repository: Repository
  now: () => Date
  /** The projection may have found its checkpoint taken, and rests. */
  wakeProjection?: () => void
  /** Where there is a public feed. */
  feed?: RefeedDeps
}

/** The operations that the projector carries out. */
export const operationHandlers = ({ log, store, repository, now, wakeProjection, feed }: OperationDeps) =>
  ({
    rebuild: createRebuild(log, store, repository, now, wakeProjection),
    verify: createVerify(log, store),
    retry: createResolveParked('retry', log, store, repository),
    dismiss: createResolveParked('dismiss', log, store, repository),
    refeed: createRefeed(feed),
    erase: createErase({ log, store, repository }, ofBuyer),
    retention: createErase({ log, store, repository }, quiet),
  }) satisfies Record<string, OperationHandler>
