import { startLoop, type Log, type Loop } from '@connector/service-kit'
import type { Lease, Leases } from '@connector/store'
import type { ClaimedEffect, Ledger } from './ledger.ts'

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
}

/** How long to rest when nothing is due; a wake-up ends the rest early. */
const idleMs = 1_000

export interface Worker extends Loop {
  inFlight(): number
}

/** Claims effects and runs them side by side: in order within a lane, with a share for each tenant. */
export function startWorker(options: WorkerOptions): Worker {
  const { leases, ledger, execute, log, now, concurrency, perTenant } = options
  const running = new Set<Promise<void>>()
  const byTenant = new Map<string, number>()

  const count = (tenantId: string, change: number): void => {
    const next = (byTenant.get(tenantId) ?? 0) + change
    if (next === 0) byTenant.delete(tenantId)
    else byTenant.set(tenantId, next)
  }

  const run = (effect: ClaimedEffect, lease: Lease): void => {
    count(effect.tenantId, 1)
    const task = execute(effect, lease)
      .catch((error: unknown) => log.error({ effectKey: effect.effectKey, error }, 'The effect could not be settled'))
      .finally(() => {
        running.delete(task)
        count(effect.tenantId, -1)
        loop.wake()
      })
    running.add(task)
  }

  async function step(): Promise<number> {
    const free = concurrency - running.size
    if (free <= 0) return idleMs
    const wants: { lease: Lease; slots: number }[] = []
    for (const lease of leases.held()) {
      const slots = perTenant - (byTenant.get(lease.tenantId) ?? 0)
      if (slots > 0) wants.push({ lease, slots })
    }
    if (wants.length === 0) return idleMs
    const claimed = await ledger.claim(wants, free, now())
    for (const effect of claimed) {
      const lease = leases.get(effect.tenantId)
      if (lease?.fence === effect.fence) run(effect, lease)
    }
    if (claimed.length > 0) return 0
    const due = await ledger.nextDue(wants.map(({ lease }) => lease.tenantId))
    return due ? Math.min(idleMs, Math.max(5, due.getTime() - now().getTime())) : idleMs
  }

  const loop = startLoop({ log, operation: 'effects', step })
  return {
    wake: () => loop.wake(),
    inFlight: () => running.size,
    async stop() {
      await loop.stop()
      await Promise.all(running)
    },
  }
}
