import type { Log } from './log.ts'
import { startLoop, type Loop } from './loop.ts'

/** What a process does to keep its share of tenants. */
interface Shared {
  renew(): Promise<void>
  share(): Promise<void>
  held(): readonly unknown[]
}

/** A new tenant is picked up within this long. */
const shareEveryMs = 1_000

/**
 * Renews leases every third of their life, and shares tenants every second. Renewal writes a row per lease, 5 000 for
 * 5 000 tenants, so it is not done more often than it must.
 * @param onChange called when the number of leases held has changed
 */
export function startLeaseLoop(options: { leases: Shared; ttlMs: number; log: Log; onChange: () => void }): Loop {
  const { leases, ttlMs, log, onChange } = options
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
