import type { Log } from './log.ts'
import { startLoop, type Loop } from './loop.ts'

/** What a process does to keep its share of tenants. */
interface Shared {
  renew(): Promise<void>
  share(): Promise<void>
  held(): readonly unknown[]
}

interface LeaseLoopOptions {
  leases: Shared
  ttlMs: number
  /** A new tenant is picked up within this long. */
  shareEveryMs: number
  log: Log
  /** Called when the number of leases held has changed. */
  onChange: () => void
}

/**
 * Renews leases every third of their life, and shares tenants beside it, so that taking many never keeps those that are held
 * from being renewed. Renewal writes a row per lease, 5 000 for 5 000 tenants, so it is not done more often than it must.
 */
export function startLeaseLoop({ leases, ttlMs, shareEveryMs, log, onChange }: LeaseLoopOptions): Loop {
  const whenChanged = async (work: () => Promise<void>): Promise<void> => {
    const before = leases.held().length
    await work()
    if (leases.held().length !== before) onChange()
  }
  const loops = [
    startLoop({
      log,
      operation: 'leases',
      step: async () => {
        const startedAt = performance.now()
        await whenChanged(() => leases.renew())
        return Math.max(1, ttlMs / 3 - (performance.now() - startedAt))
      },
    }),
    startLoop({
      log,
      operation: 'leases',
      step: async () => {
        await whenChanged(() => leases.share())
        return Math.min(ttlMs / 3, shareEveryMs)
      },
    }),
  ]
  return {
    wake: () => loops.forEach((loop) => loop.wake()),
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
