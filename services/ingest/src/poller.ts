import { startLoop, type Log, type Loop } from '@connector/service-kit'
import type { Lease, Leases } from '@connector/store'
import { failedBy, type LookOutcome } from './poll-result.ts'
import { nameOf, type DueLook } from './polls.ts'
import { createRecordLook, type RecordLookDeps } from './record-look.ts'

export interface PollerOptions extends RecordLookDeps {
  leases: Leases
  /** Looks at one side of one integration, or at the Thulium account of several. */
  look: (look: DueLook, lease: Lease) => Promise<readonly LookOutcome[]>
  concurrency: number
  perTenant: number
}

/** How long to rest when no look is due. */
const idleMs = 250

/** Rows for new integrations are added this often. */
const ensureEveryMs = 1_000

async function outcomesOf(due: DueLook, lease: Lease, look: PollerOptions['look'], log: Log) {
  try {
    return await look(due, lease)
  } catch (error) {
    log.error({ tenantId: due.tenantId, operation: due.side, error }, 'The look met an unexpected error')
    return due.polls.map((poll) => ({ poll, result: failedBy(error) }))
  }
}

/** Starts every look that is due, side by side, with a share for each tenant; a failed one waits longer each time, for ever. */
export function startPoller(options: PollerOptions): Loop {
  const { leases, polls, look, log, now } = options
  const record = createRecordLook(options)
  const running = new Map<string, { tenantId: string; task: Promise<void> }>()
  let ensuredAt = 0

  async function run(due: DueLook, lease: Lease): Promise<void> {
    await record(due, lease, await outcomesOf(due, lease, look, log))
  }

  async function step(): Promise<number> {
    const held = leases.held()
    if (performance.now() - ensuredAt > ensureEveryMs) {
      await polls.ensure(held.map(({ tenantId }) => tenantId))
      ensuredAt = performance.now()
    }
    const busy = new Map<string, number>()
    for (const { tenantId } of running.values()) busy.set(tenantId, (busy.get(tenantId) ?? 0) + 1)
    const ready = held.filter(({ tenantId }) => (busy.get(tenantId) ?? 0) < options.perTenant)
    const free = options.concurrency - running.size
    if (free <= 0 || ready.length === 0) return idleMs
    // A look that ends while this is asked may still be among the answers; it must not be done twice.
    const underWayBefore = new Set(running.keys())
    // More than there is room for, since some of the first may be under way or belong to a busy tenant.
    const found = await polls.due(
      ready.map(({ tenantId }) => tenantId),
      now(),
      options.concurrency * 2,
    )
    let started = 0
    for (const due of found) {
      const { tenantId, side } = due
      const lease = leases.get(tenantId)
      const name = nameOf(due)
      if (started >= free || !lease || underWayBefore.has(name)) continue
      const underWay = busy.get(tenantId) ?? 0
      if (underWay >= options.perTenant) continue
      busy.set(tenantId, underWay + 1)
      started += 1
      const task = run(due, lease)
        .catch((error: unknown) => log.error({ tenantId, operation: side, error }, 'The look could not be recorded'))
        .finally(() => {
          running.delete(name)
          loop.wake()
        })
      running.set(name, { tenantId, task })
    }
    return idleMs
  }

  const loop = startLoop({ log, operation: 'polls', step })
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop()
      await Promise.all([...running.values()].map(({ task }) => task))
    },
  }
}
