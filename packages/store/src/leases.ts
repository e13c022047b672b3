import type { WorkerStore } from './connect.ts'
import { createHeldLeases, type Held, type Lease } from './held-leases.ts'
import { createLeaseRows, type LeasedService } from './lease-rows.ts'

export interface LeasesOptions {
  store: WorkerStore
  service: LeasedService
  /** Unique for each process. */
  owner: string
  /** How long a lease lasts without renewal, in milliseconds. */
  ttlMs: number
  /** The longest delay of the event loop since it was last asked, in ms; told beside each sign of life. */
  loopDelayMs?: () => number
  /** Prepares the work for tenants that were just taken, many at once; they are worked for when it is through, and not if it fails. */
  onAcquired?: (leases: readonly Lease[]) => Promise<void> | void
  /**
   * Whether work is under way that must end under this lease. A tenant that others are to have is given back when there is none,
   * and gets no new work until then, for two ttl at most; without this, at once.
   */
  isBusy?: (tenantId: string) => boolean
}

export interface Leases {
  /** Whose they are; whoever asks the database for work joins `leases` by it, see {@link heldBy}. */
  owner: string
  held(): Lease[]
  get(tenantId: string): Lease | undefined
  /** Renews what is held, and what is being prepared; also while `share` takes. Call it every third of the ttl. */
  renew(): Promise<void>
  /** Gives back what is above the fair share and takes what is free. Cheap, however many leases are held. */
  share(): Promise<void>
  /** Gives everything back, so that another process need not wait for expiry. */
  releaseAll(): Promise<void>
}

/**
 * Taken by one statement at most. 10 000 tenants are ten statements instead of 10 000 round trips, and the first thousand are
 * at work while the last are taken.
 */
const takenAtOnce = 1_000

/**
 * Shares tenants among the processes of a service: each takes at most `ceil(tenants / live processes)`.
 * Every date is the database's; the local `isHeld` counts from before the renewal was sent, so it errs on the early side.
 */
export function createLeases(options: LeasesOptions): Leases {
  const { store, service, owner, ttlMs, loopDelayMs = () => 0, onAcquired, isBusy } = options
  const rows = createLeaseRows(store, { service, owner, ttlMs, loopDelayMs })
  const leases = createHeldLeases(ttlMs)
  const all = (): Held[] => [...leases.byTenant.values()]

  /** Only what this process works for: a lease whose preparation failed must end, or its tenant would be nobody's. */
  async function renew(): Promise<void> {
    const heldUntil = leases.endsAfterTtl()
    // What is taken while this is on its way is not in the answer, and fresh.
    const asked = all()
    const renewed = new Map((await rows.renew(asked)).map((row) => [row.tenant_id, row.fence]))
    for (const lease of asked)
      if (renewed.get(lease.tenantId) !== lease.fence) leases.drop(lease)
      else if (!lease.signal.aborted) leases.putOff(lease, heldUntil)
  }

  async function giveBack(given: readonly Held[]): Promise<void> {
    given.forEach(leases.drop)
    await rows.giveBack(given)
  }

  /** @returns how many it got */
  async function take(count: number): Promise<number> {
    const heldUntil = leases.endsAfterTtl()
    const since = new Date()
    const got = await rows.take(count, onAcquired === undefined)
    const taken = got.map((row) => leases.add(row.tenant_id, row.fence, since, heldUntil))
    try {
      if (taken.length > 0 && onAcquired) {
        await onAcquired(taken)
        await rows.setReady(taken, true)
      }
    } catch (error) {
      taken.forEach(leases.drop)
      throw error
    }
    for (const lease of taken) lease.ready = true
    return taken.length
  }

  /** Remembered first: what the database was told without an answer is told again by the round that wants it back. */
  async function letGo(some: readonly Held[]): Promise<void> {
    for (const lease of some) lease.leavingSince = performance.now()
    await rows.setReady(some, false)
  }

  async function keep(some: readonly Held[]): Promise<void> {
    await rows.setReady(some, true)
    for (const lease of some) lease.leavingSince = undefined
  }

  /** Work that does not end is cut off, as it is when a lease ends. */
  const waitedEnough = ({ leavingSince = Infinity }: Held): boolean => performance.now() - leavingSince >= 2 * ttlMs

  /** In two rounds: what was claimed in the moment when a tenant was to leave is under way in the next one, or never will be. */
  async function giveBackAbove(fair: number, busy: (tenantId: string) => boolean): Promise<void> {
    const staying = all().filter(({ leavingSince }) => leavingSince === undefined)
    const leaving = all().filter(({ leavingSince }) => leavingSince !== undefined)
    const wantedBack = leaving.slice(0, Math.max(0, fair - staying.length))
    const gone = leaving.slice(wantedBack.length).filter((lease) => !busy(lease.tenantId) || waitedEnough(lease))
    const excess = staying.slice(fair)
    if (wantedBack.length > 0) await keep(wantedBack)
    if (gone.length > 0) await giveBack(gone)
    if (excess.length > 0) await letGo(excess)
  }

  async function share(): Promise<void> {
    const fair = await rows.fairShare()
    const excess = all().slice(fair)
    if (isBusy) await giveBackAbove(fair, isBusy)
    else if (excess.length > 0) await giveBack(excess)
    while (leases.byTenant.size < fair) {
      const wanted = Math.min(fair - leases.byTenant.size, takenAtOnce)
      if ((await take(wanted)) < wanted) return
    }
  }

  return {
    owner,
    held: () => all().filter((lease) => lease.ready && lease.isHeld()),
    get: (tenantId) => {
      const lease = leases.byTenant.get(tenantId)
      return lease?.ready ? lease : undefined
    },
    renew,
    share,
    releaseAll: async () => {
      await giveBack(all())
      await rows.goAway()
    },
  }
}
