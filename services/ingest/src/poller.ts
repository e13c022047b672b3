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

/**
 * How often it is looked what is due. Looks that came due meanwhile begin together, and so share their round trips to the database;
 * asked for at the end of each look, that question alone was half of what an idle look cost the database.
 */
const idleMs = 250

/** While more is due than there is room for, so many at once take the places that became free. */
const refilledAtOnce = 4

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
  /** Of those, looks that are over and wait to be written down with others: they keep their name, and no place. */
  let recording = 0
  /** There was more due than was begun, so that whoever ends makes room for it. */
  let crowded = false
  let ensuredAt = -Infinity
  let ensuredAllAt = -Infinity
  let ensuredFor = 0
  const pace = createPace({ most: options.concurrency, least: atLeast })

  function run(due: DueLook, lease: Lease): Promise<void> {
    const facts = { 'connector.tenant': due.tenantId, 'connector.side': due.side }
    return inSpan(`look at ${due.side}`, { facts }, async (span) => {
      const outcomes = await outcomesOf(due, lease, look, log)
      if (outcomes.some(({ result }) => !result.ok)) span.failed('look-failed')
      recording += 1
      makeRoom()
      try {
        await record(due, lease, outcomes)
      } finally {
        recording -= 1
      }
    })
  }

  const places = (): number => pace.most() - (running.size - recording)

  function makeRoom(): void {
    if (crowded && (places() >= refilledAtOnce || running.size === recording)) loop.wake()
  }

  /** Tenants that were just taken over may have waited for long, so all are looked through then. */
  async function ensure(held: readonly Lease[]): Promise<void> {
    const tenants = held.length
    const at = performance.now()
    if (tenants !== ensuredFor || at - ensuredAllAt > ensureAllEveryMs) {
      await polls.ensure(leases.owner)
      ensuredFor = tenants
      ensuredAllAt = at
    } else if (at - ensuredAt > ensureEveryMs) {
      const fences = held.reduce((sum, { fence }) => sum + fence, 0)
      await polls.ensure(leases.owner, { withinMs: changedLatelyMs, leases: `${tenants}/${fences}` })
    } else return
    ensuredAt = at
  }

  async function step(): Promise<number> {
    const held = leases.held()
    await ensure(held)
    const busy = new Map<string, number>()
    for (const { tenantId } of running.values()) busy.set(tenantId, (busy.get(tenantId) ?? 0) + 1)
    const free = places()
    if (free <= 0 || held.length === 0) return idleMs
    // A look that ends while this is asked may still be among the answers; it must not be done twice.
    const underWayBefore = new Set(running.keys())
    const full = [...busy].flatMap(([tenantId, looks]) => (looks >= options.perTenant ? tenantId : []))
    // Those that are under way are due until they are written down, and come first.
    const most = free + running.size
    const found = await polls.due(leases.owner, now(), most, full)
    let started = 0
    crowded = full.length > 0 || found.length >= most
    for (const due of found) {
      const { tenantId, side } = due
      const lease = leases.get(tenantId)
      const name = nameOf(due)
      if (!lease || underWayBefore.has(name)) continue
      const underWay = busy.get(tenantId) ?? 0
      if (started >= free || underWay >= options.perTenant) {
        crowded = true
        continue
      }
      busy.set(tenantId, underWay + 1)
      started += 1
      const task = run(due, lease)
        .catch((error: unknown) => log.error({ tenantId, operation: side, error }, 'The look could not be recorded'))
        .finally(() => {
          running.delete(name)
          makeRoom()
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
