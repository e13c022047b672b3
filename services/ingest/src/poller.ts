import { createPace, inSpan, startLoop, type Log, type Loop } from '@connector/service-kit'
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

/**
 * Looks under way at once while the processor has no time left. Measured with a backlog of 500 conversations: with 32 the first
 * ticket came after 2.9 s, with 12 after 1.8 s at the same rate; with 4 the rate fell by a fifth.
 */
const atLeast = 12

/** How long to rest when no look is due. */
const idleMs = 250

/** Rows for integrations that changed lately are added this often, and for all others this often. */
const ensureEveryMs = 1_000
const ensureAllEveryMs = 60_000

/** A change counts as late for this long: it may be shown only when the projection has caught up. */
const changedLatelyMs = 600_000

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
  let ensuredAt = -Infinity
  let ensuredAllAt = -Infinity
  let ensuredFor = 0
  const pace = createPace({ most: options.concurrency, least: atLeast })

  function run(due: DueLook, lease: Lease): Promise<void> {
    const facts = { 'connector.tenant': due.tenantId, 'connector.side': due.side }
    return inSpan(`look at ${due.side}`, { facts }, async (span) => {
      const outcomes = await outcomesOf(due, lease, look, log)
      if (outcomes.some(({ result }) => !result.ok)) span.failed('look-failed')
      await record(due, lease, outcomes)
    })
  }

  /** Tenants that were just taken over may have waited for long, so all are looked through then. */
  async function ensure(tenants: number): Promise<void> {
    const at = performance.now()
    if (tenants !== ensuredFor || at - ensuredAllAt > ensureAllEveryMs) {
      await polls.ensure(leases.owner)
      ensuredFor = tenants
      ensuredAllAt = at
    } else if (at - ensuredAt > ensureEveryMs) await polls.ensure(leases.owner, changedLatelyMs)
    else return
    ensuredAt = at
  }

  async function step(): Promise<number> {
    const held = leases.held()
    await ensure(held.length)
    const busy = new Map<string, number>()
    for (const { tenantId } of running.values()) busy.set(tenantId, (busy.get(tenantId) ?? 0) + 1)
    const free = pace.most() - running.size
    if (free <= 0 || held.length === 0) return idleMs
    // A look that ends while this is asked may still be among the answers; it must not be done twice.
    const underWayBefore = new Set(running.keys())
    // More than there is room for, since some of the first may be under way.
    const full = [...busy].flatMap(([tenantId, looks]) => (looks >= options.perTenant ? tenantId : []))
    const found = await polls.due(leases.owner, now(), options.concurrency * 2, full)
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
