import { sideOf } from '@connector/domain/effects'
import { startLoop, type Log, type Loop } from '@connector/service-kit'
import type { Lease, Leases } from '@connector/store'
import { effectName, type ClaimedEffect } from './claimed-effect.ts'
import type { Ledger } from './ledger.ts'

export interface WorkerOptions {
  leases: Leases
  ledger: Ledger
  /** @returns the next one of the lane, claimed, where that was wanted and it is due */
  execute: (effect: ClaimedEffect, lease: Lease, goOn: boolean) => Promise<ClaimedEffect | undefined>
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
 * Looking for what is due costs by the tenant that has something open, however few slots are free. So a look asks as many tenants
 * as there are free slots; each one that finds nothing asks twice as many, up to this many (1 ms for each hundred).
 */
const tenantsAtMost = 1_000

/**
 * So many effects of a lane are done one after another in one slot: a conversation that was begun is finished, and the first
 * ticket appears before the last customer. A tenant's other conversations wait for no longer than that.
 */
const followersAtMost = 3

export interface Worker extends Loop {
  inFlight(): number
  isBusy(tenantId: string): boolean
}

/** Claims effects and runs them side by side: in order within a lane, with a share for each tenant. */
export function startWorker(options: WorkerOptions): Worker {
  const { leases, ledger, execute, log, now, concurrency, perTenant, lookUpAfterMs } = options
  const running = new Map<string, Promise<void>>()
  /** By the monotonic clock; in the past after an error. */
  let reconcileAt = performance.now() + reconcileEveryMs
  /** The tenant that was looked at last, in the order of their names; a round begins with ''. */
  let after = ''
  /** Whether there was something due in this round; so counts a wake-up, it may be about a tenant that was asked already. */
  let fruitful = false
  let tenants = 1
  let stopping = false
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

  /** An effect and what follows in its lane, in one slot. */
  async function runLane(first: ClaimedEffect, lease: Lease, goesOn: (now: ClaimedEffect) => void): Promise<void> {
    let effect: ClaimedEffect | undefined = first
    for (let place = 0; effect; place++) {
      const next: ClaimedEffect | undefined = await execute(effect, lease, !stopping && place < followersAtMost)
      if (next) goesOn(next)
      effect = next
    }
  }

  const run = (first: ClaimedEffect, lease: Lease): void => {
    let current = first
    count(first, 1)
    const task = runLane(first, lease, (next) => {
      running.set(effectName(next), task)
      running.delete(effectName(current))
      current = next
    })
      .catch((error: unknown) => log.error({ effectKey: current.effectKey, error }, 'The effect could not be settled'))
      .finally(() => {
        running.delete(effectName(current))
        count(first, -1)
        wake()
      })
    running.set(effectName(first), task)
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
    const wanted = Math.max(free, tenants)
    const shops = { most: perShop, full: fullShops() }
    const asking = { owner: leases.owner, after, tenants: wanted, perTenant, busy: byTenant }
    const { effects, last } = await ledger.claim(asking, free, now(), shops)
    for (const effect of effects) {
      const lease = leases.get(effect.tenantId)
      if (lease?.fence === effect.fence) run(effect, lease)
    }
    if (effects.length > 0) fruitful = true
    tenants = effects.length > 0 ? 1 : Math.min(tenantsAtMost, wanted * 2)
    after = last ?? ''
    if (last !== undefined) return 0
    if (fruitful) {
      fruitful = false
      return 0
    }
    const due = await ledger.nextDue(leases.owner)
    return due ? Math.min(idleMs, Math.max(5, due.getTime() - now().getTime())) : idleMs
  }

  const loop = startLoop({ log, operation: 'effects', step })
  const wake = (): void => {
    fruitful = true
    loop.wake()
  }
  return {
    wake,
    inFlight: () => running.size,
    isBusy: (tenantId) => byTenant.has(tenantId),
    async stop() {
      stopping = true
      await loop.stop()
      await Promise.all(running.values())
    },
  }
}
