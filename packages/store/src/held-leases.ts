/** The right to work for one tenant, until it ends or is lost. */
export interface Lease {
  tenantId: string
  /** Grows with every change of owner; the database refuses writes that carry an older one. */
  fence: number
  /** When it became ours: since then nobody else has worked for this tenant. */
  since: Date
  /** Aborted when the lease is lost, given back or over; its end needs no answer of the database. */
  signal: AbortSignal
  /** Whether, by this process's own clock, the lease is certainly still ours. */
  isHeld(): boolean
}

/** Both clocks: the monotonic one stands still while the machine sleeps, the other one may be set back. */
interface Ends {
  monotonic: number
  wall: number
}

export interface Held extends Lease {
  /** False while `onAcquired` is under way: owned and renewed, but not worked for. */
  ready: boolean
  /** Since when others are to have it, in monotonic ms: in the database it is not ready any more, so nothing new is claimed for it. */
  leavingSince: number | undefined
  controller: AbortController
  /** Asked for each lease again and again; what an abort signal says is told by a getter that checks itself first. */
  isDropped: boolean
  heldUntil: Ends
  timer: NodeJS.Timeout
}

/** The leases of one process, each ended by the process's own clocks when no renewal has put the end off. */
export interface HeldLeases {
  readonly byTenant: ReadonlyMap<string, Held>
  /** The end of what is taken or renewed now. Asked for before the database is, so that it errs on the early side. */
  endsAfterTtl(): Ends
  add(tenantId: string, fence: number, since: Date, heldUntil: Ends): Held
  putOff(lease: Held, heldUntil: Ends): void
  drop: (lease: Held) => void
}

const isOver = ({ heldUntil }: Pick<Held, 'heldUntil'>): boolean =>
  performance.now() >= heldUntil.monotonic || Date.now() >= heldUntil.wall

export function createHeldLeases(ttlMs: number): HeldLeases {
  const byTenant = new Map<string, Held>()

  const drop = (lease: Held): void => {
    clearTimeout(lease.timer)
    lease.isDropped = true
    lease.controller.abort()
    if (byTenant.get(lease.tenantId) === lease) byTenant.delete(lease.tenantId)
  }

  const timerOf = (leaseOf: () => Held): NodeJS.Timeout =>
    setTimeout(() => {
      const lease = leaseOf()
      if (isOver(lease)) drop(lease)
      else lease.timer.refresh()
    }, ttlMs).unref()

  return {
    byTenant,
    endsAfterTtl: () => ({ monotonic: performance.now() + ttlMs, wall: Date.now() + ttlMs }),
    add(tenantId, fence, since, heldUntil) {
      const controller = new AbortController()
      const lease: Held = {
        tenantId,
        fence,
        since,
        controller,
        signal: controller.signal,
        isDropped: false,
        heldUntil,
        ready: false,
        leavingSince: undefined,
        timer: timerOf(() => lease),
        isHeld: () => !lease.isDropped && !isOver(lease),
      }
      const before = byTenant.get(tenantId)
      // It ended by the database's clock and not yet by ours.
      if (before) drop(before)
      byTenant.set(tenantId, lease)
      return lease
    },
    putOff(lease, heldUntil) {
      lease.heldUntil = heldUntil
      lease.timer.refresh()
    },
    drop,
  }
}
