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
 * Renews leases every third of their life, and shares tenants in between. Renewal writes a row per lease, 5 000 for
 * 5 000 tenants, so it is not done more often than it must.
 */
export function startLeaseLoop({ leases, ttlMs, shareEveryMs, log, onChange }: LeaseLoopOptions): Loop {
  let renewedAt = -Infinity
  return startLoop({
    log,
    operation: 'leases',
    step: async () => {
      const before = leases.held().length
      const startedAt = performance.now()
      if (startedAt - renewedAt >= ttlMs / 3) {
        await leases.renew()
        renewedAt = startedAt
      } else await leases.share()
      if (leases.held().length !== before) onChange()
      return Math.min(ttlMs / 3, shareEveryMs)
    },
  })
}
