import { setTimeout as delay } from 'node:timers/promises'
import { UnreadableEvent } from '@connector/domain/events'
import { failOperation, finishOperation, type OperationKind } from '@connector/domain/operations'
import type { Repository } from '@connector/repository'
import { killPoint, startLoop, type Log, type Loop } from '@connector/service-kit'
import { isDatabaseAway, ownFaultText } from '@connector/store'
import { OperationImpossible, type OperationContext, type OperationHandler } from './handler.ts'
import { RunLost, type Run, type Runs } from './runs.ts'

export interface OperationsOptions {
  runs: Runs
  repository: Repository
  handlers: Partial<Record<OperationKind, OperationHandler>>
  log: Log
  /** How long an operation stays with a process that stopped answering, in ms. */
  ttlMs: number
  now: () => Date
}

/** A step that fails this often in a row ends the operation; by then half a minute has passed. */
const faultsToFail = 5

/** Of one that can neither go on nor end. */
const longestRestMs = 600_000

/** How often the log is told how far an operation has come: a rebuild of hours is a handful of events. */
const progressEveryMs = 600_000

const idleMs = 1_000

/** Carries operations out, one at a time in this process. What it was doing when it died, another goes on with. */
export function startOperations(options: OperationsOptions): Loop {
  const { runs, log } = options
  const kinds = Object.keys(options.handlers) as OperationKind[]
  return startLoop({
    log,
    operation: 'operations',
    step: async (stopping) => {
      const run = await runs.claim(kinds)
      if (!run) return idleMs
      await carryOut(options, run, stopping)
      return 0
    },
  })
}

const isOpen = async (repository: Repository, { tenantId, operationId }: Run): Promise<boolean> =>
  (await repository.operations(tenantId)).state.operations.get(operationId)?.status === 'open'

/** Keeps the run ours; aborts when it is not any more. */
function keep({ runs, log, ttlMs }: OperationsOptions, run: Run): { signal: AbortSignal; stop(): void } {
  const lost = new AbortController()
  const timer = setInterval(() => {
    runs.renew(run).then(
      (held) => {
        if (!held) lost.abort()
      },
      (error: unknown) => {
        log.warn({ operation: run.kind, error }, 'An operation could not be kept')
      },
    )
  }, ttlMs / 3).unref()
  return { signal: lost.signal, stop: () => clearInterval(timer) }
}

async function carryOut(options: OperationsOptions, run: Run, stopping: AbortSignal): Promise<void> {
  const { runs, repository, log } = options
  const about = { tenantId: run.tenantId, operation: `${run.kind} ${run.operationId}` }
  const kept = keep(options, run)
  const signal = AbortSignal.any([stopping, kept.signal])
  log.info({ ...about, fence: run.fence }, 'An operation goes on')
  try {
    await steps(options, run, signal)
    await runs.release(run)
    log.info(about, stopping.aborted ? 'An operation waits for another process' : 'An operation is over')
  } catch (error) {
    if (error instanceof RunLost) {
      log.warn(about, 'An operation was taken over')
      return
    }
    // It stays as it is, and goes on when the database is back.
    if (isDatabaseAway(error)) throw error
    if (stopping.aborted) {
      await runs.release(run)
      return
    }
    log.error({ ...about, error, attempt: run.faults + 1 }, 'A step of an operation failed')
    const message = error instanceof OperationImpossible ? error.message : ownFaultText(error)
    const isOver = error instanceof OperationImpossible || run.faults + 1 >= faultsToFail
    if (isOver && (await isRecordedAsFailed(repository, run, message))) await runs.release(run)
    else await runs.release(run, { message, restMs: Math.min(longestRestMs, 1_000 * 2 ** run.faults) })
  } finally {
    kept.stop()
  }
}

/** False where this version cannot read the stream of the tenant's operations: the operation waits until one can. */
async function isRecordedAsFailed(repository: Repository, run: Run, message: string): Promise<boolean> {
  try {
    await repository.changeOperations(run.tenantId, causeOf(run), (state) =>
      failOperation(state, run.operationId, message),
    )
    return true
  } catch (error) {
    if (error instanceof UnreadableEvent) return false
    throw error
  }
}

const causeOf = ({ operationId }: Run): string => `operation:${operationId}`

async function steps(
  { runs, repository, handlers, now }: OperationsOptions,
  run: Run,
  signal: AbortSignal,
): Promise<void> {
  const { tenantId, operationId, kind, scope, dryRun } = run
  const handler = handlers[kind]
  if (!handler) throw new Error(`Nobody here carries out ${kind}.`)
  const context: OperationContext = { tenantId, operationId, scope, dryRun, causedBy: causeOf(run), signal }
  let toldAt = now().getTime()
  while (!signal.aborted && (await isOpen(repository, run))) {
    const { place } = run
    if (place.end) {
      const { end: result, findings } = place
      killPoint('append.before', kind)
      await repository.changeOperations(tenantId, causeOf(run), (state) =>
        finishOperation(state, { operationId, findings, result }),
      )
      return
    }
    const step = await handler.step(context, place.at)
    killPoint('checkpoint.before', kind)
    const saved = await runs.save(run, typeof step === 'function' ? step : () => Promise.resolve(step))
    killPoint('checkpoint.after', kind)
    run.place = saved.place
    run.faults = 0
    if (now().getTime() - toldAt >= progressEveryMs) {
      toldAt = now().getTime()
      const { done, total, findings } = saved.place
      await repository.changeOperations(tenantId, causeOf(run), () => [
        {
          type: 'OperationProgressed',
          data: { operationId, done, findings, ...(total === null ? {} : { total }) },
        },
      ])
    }
    if (saved.restMs > 0) await delay(saved.restMs, undefined, { signal }).catch(() => undefined)
  }
}
