import { sideOf } from '@connector/domain/effects'
import { startLoop, type Log, type Loop } from '@connector/service-kit'
import type { Lease, Leases } from '@connector/store'
import { effectName, type ClaimedEffect, type Ledger } from './ledger.ts'

export interface WorkerOptions {
  leases: Leases
  ledger: Ledger
  execute: (effect: ClaimedEffect, lease: Lease) => Promise<void>
  log: Log
  now: () => Date
  /** Effects under way at once in this process. */
  concurrency: number
  /** Effects under way at once for one tenant, so that a noisy one cannot fill the process. */
  perTenant: number
  /** How long a write that may be under way still is given before it is looked up, in ms. */
  lookUpAfterMs: number
}

/** How often claims that nobody works on are looked for; after an error of the database at once. */
const reconcileEveryMs = 15_000

/** How long to rest when nothing is due; a wake-up ends the rest early. */
const idleMs = 1_000

/**
 * Looking for what is due costs by the tenant, however few slots are free. So each look asks as many tenants as there are
 * free slots, or this part of all if that is more: a busy process asks few of them, an idle one is through in a moment.
 */
const partsOfARound = 8

interface Want {
  lease: Lease
  slots: number
}

export interface Worker extends Loop {
  inFlight(): number
}

/** Claims effects and runs them side by side: in order within a lane, with a share for each tenant. */
export function startWorker(options: WorkerOptions): Worker {
  const { leases, ledger, execute, log, now, concurrency, perTenant, lookUpAfterMs } = options
  const running = new Map<string, Promise<void>>()
  /** By the monotonic clock; in the past after an error. */
  let reconcileAt = performance.now() + reconcileEveryMs
  /** Tenants asked so far, in all: where the next round goes on. */
  let asked = 0
  /** Tenants asked in a row that had nothing due; a wake-up begins the round anew, it may be about one asked already. */
  let fruitless = 0
  let wakes = 0
  const byTenant = new Map<string, number>()
  /** Writes to EmpikPlace, by integration. */
  const byShop = new Map<string, number>()
  /** Half for one shop: a slow or paused key leaves slots to the other shops of its account, and to Thulium. */
  const perShop = Math.max(1, Math.floor(perTenant / 2))

  const add = (counts: Map<string, number>, key: string, change: number): void => {
    const next = (counts.get(key) ?? 0) + change
    if (next === 0) counts.delete(key)
    else counts.set(key, next)
  }

  const count = ({ tenantId, integrationId, kind }: ClaimedEffect, change: number): void => {
    add(byTenant, tenantId, change)
    if (sideOf(kind) === 'empikplace') add(byShop, integrationId, change)
  }

  const fullShops = (): string[] =>
    [...byShop].flatMap(([integrationId, held]) => (held >= perShop ? integrationId : []))

  const run = (effect: ClaimedEffect, lease: Lease): void => {
    count(effect, 1)
    const task = execute(effect, lease)
      .catch((error: unknown) => log.error({ effectKey: effect.effectKey, error }, 'The effect could not be settled'))
      .finally(() => {
        running.delete(effectName(effect))
        count(effect, -1)
        wake()
      })
    running.set(effectName(effect), task)
  }

  /** Tenants that can take another effect, beginning behind the ones asked last. */
  function readyTenants(): Want[] {
    const wants: Want[] = []
    for (const lease of leases.held()) {
      const slots = perTenant - (byTenant.get(lease.tenantId) ?? 0)
      if (slots > 0) wants.push({ lease, slots })
    }
    const start = wants.length === 0 ? 0 : asked % wants.length
    return [...wants.slice(start), ...wants.slice(0, start)]
  }

  /** Between two claims, so that none of them is on its way: what is claimed and not under way here belongs to nobody. */
  async function reconcile(): Promise<void> {
    const count = await ledger.reconcile(leases.held(), running.keys(), lookUpAfterMs)
    reconcileAt = performance.now() + reconcileEveryMs
    if (count > 0)
      log.warn({ count }, 'Effects that were claimed and that nobody works on will be looked up before they are tried')
  }

  async function step(): Promise<number> {
    try {
      if (performance.now() >= reconcileAt) await reconcile()
      return await claimAndRun()
    } catch (error) {
      // Whatever was under way may have been done without an answer.
      reconcileAt = 0
      throw error
    }
  }

  async function claimAndRun(): Promise<number> {
    const free = concurrency - running.size
    if (free <= 0) return idleMs
    const ready = readyTenants()
    const wants = ready.slice(0, Math.max(free, Math.ceil(ready.length / partsOfARound)))
    if (wants.length === 0) return idleMs
    const wakesBefore = wakes
    const claimed = await ledger.claim(wants, free, now(), { most: perShop, full: fullShops() })
    asked += wants.length
    for (const effect of claimed) {
      const lease = leases.get(effect.tenantId)
      if (lease?.fence === effect.fence) run(effect, lease)
    }
    fruitless = claimed.length > 0 || wakes > wakesBefore ? 0 : fruitless + wants.length
    if (fruitless < ready.length) return 0
    fruitless = 0
    const due = await ledger.nextDue(ready.map(({ lease }) => lease.tenantId))
    return due ? Math.min(idleMs, Math.max(5, due.getTime() - now().getTime())) : idleMs
  }

  const loop = startLoop({ log, operation: 'effects', step })
  const wake = (): void => {
    wakes += 1
    fruitless = 0
    loop.wake()
  }
  return {
    wake,
    inFlight: () => running.size,
    async stop() {
      await loop.stop()
      await Promise.all(running.values())
    },
  }
}
