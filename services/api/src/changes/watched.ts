import { both } from '@connector/domain/words'
import type { Log } from '@connector/service-kit'
import { ApiError } from '../errors/api-error.ts'
import type { EventStream } from './event-stream.ts'
import type { Newest } from './newest.ts'

export interface Reader {
  lastMark: string | undefined
  stillAdmitted: () => Promise<boolean>
}

export interface StreamLimits {
  /** Open streams of one tenant. */
  perTenant: number
  /** Open streams of this process; each takes about 50 kB. */
  inAll: number
}

export const defaultStreamLimits: StreamLimits = { perTenant: 1_000, inAll: 5_000 }

/** A tenant with open streams. */
export interface Watched {
  streams: Map<EventStream, Reader['stillAdmitted']>
  /** Calls of `open` under way: they too keep the tenant watched. */
  opening: number
  newest: Promise<Newest>
  timer?: NodeJS.Timeout | undefined
  checking: boolean
  /** Woken during a check, which may have read before the change. */
  again: boolean
}

export const nobodyYet = (newest: Promise<Newest>): Watched => ({
  streams: new Map(),
  opening: 0,
  checking: false,
  again: false,
  newest,
})

/** @throws {ApiError} changes.too_many_streams, changes.no_room */
export function assertRoom(tenants: ReadonlyMap<string, Watched>, tenantId: string, limits: StreamLimits): void {
  const count = ({ streams, opening }: Watched): number => streams.size + opening
  const ofTenant = tenants.get(tenantId)
  if (ofTenant && count(ofTenant) >= limits.perTenant)
    throw new ApiError(
      'changes.too_many_streams',
      both(
        `Konto ma już ${limits.perTenant} otwartych strumieni.`,
        `The tenant has ${limits.perTenant} open streams already.`,
      ),
    )
  const inAll = [...tenants.values()].reduce((sum, watched) => sum + count(watched), 0)
  if (inAll >= limits.inAll) throw new ApiError('changes.no_room')
}

/** One after the other: many streams of one key ask the database once, and those of many keys not all at once. */
export async function askAgain(tenants: ReadonlyMap<string, Watched>, logger: Log): Promise<void> {
  const open = [...tenants.entries()].flatMap(([tenantId, { streams }]) =>
    [...streams].map(([stream, stillAdmitted]) => ({ tenantId, stream, stillAdmitted })),
  )
  for (const { tenantId, stream, stillAdmitted } of open) {
    // Whoever cannot be asked about now is asked about again with the next heartbeat.
    const admitted = await stillAdmitted().catch((error: unknown) => {
      logger.warn({ tenantId, operation: 'changes', error }, 'A reader of changes could not be checked')
      return true
    })
    if (!admitted) stream.end()
  }
}
