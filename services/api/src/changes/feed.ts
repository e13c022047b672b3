import type { Readable } from 'node:stream'
import type { EventLog } from '@connector/event-log'
import type { Log } from '@connector/service-kit'
import type { TenantStore } from '@connector/store'
import { ApiError } from '../errors/api-error.ts'
import { createEventStream } from './event-stream.ts'
import { format } from './format.ts'
import { changedSince, idOf, readNewest } from './newest.ts'
import {
  askAgain,
  assertRoom,
  defaultStreamLimits,
  nobodyYet,
  type Reader,
  type StreamLimits,
  type Watched,
} from './watched.ts'

/** Server-sent events about changes of conversations, writes and status, one stream per caller, one check per tenant. */
export interface ChangeFeed {
  /**
   * @param reader.lastMark the id of the last event the caller got; a change missed since then is told at once
   * @param reader.stillAdmitted asked with every heartbeat; the stream ends when it says no
   * @throws {ApiError} changes.too_many_streams, changes.no_room, service.stopping
   */
  open(tenantId: string, reader: Reader): Promise<Readable>
  /** Streams that are open now. */
  openStreams(): number
  /** Ends every stream and opens no new one. */
  close(): Promise<void>
}

export interface ChangeFeedOptions {
  store: TenantStore
  log: EventLog
  logger: Log
  /** The projector needs a moment after an append, and a burst of appends is one change to a reader. */
  debounceMs?: number
  /** Common proxies give up on a stream that is quiet for 30 to 60 s. */
  heartbeatMs?: number
  limits?: StreamLimits
}

export function createChangeFeed(options: ChangeFeedOptions): ChangeFeed {
  const { store, log, logger, debounceMs = 100, heartbeatMs = 15_000, limits = defaultStreamLimits } = options
  const tenants = new Map<string, Watched>()
  let unsubscribe: Promise<() => Promise<void>> | undefined
  let closed = false
  let askingAgain: Promise<void> | undefined
  const isClosed = (): boolean => closed

  const heartbeat = setInterval(() => {
    for (const { streams } of tenants.values()) for (const stream of streams.keys()) stream.beat()
    // A look that fails and a write that is tried leave no event, so nothing wakes for them.
    onWake()
    askingAgain ??= askAgain(tenants, logger).finally(() => (askingAgain = undefined))
  }, heartbeatMs)
  heartbeat.unref()

  async function check(tenantId: string, watched: Watched): Promise<void> {
    watched.timer = undefined
    watched.checking = true
    try {
      const before = await watched.newest
      const now = await readNewest(store, tenantId)
      const seen = idOf(before)
      const changed = changedSince(seen, now)
      if (changed.length === 0) return
      watched.newest = Promise.resolve(now)
      for (const stream of watched.streams.keys()) stream.send(format(seen, now, changed))
    } catch (error) {
      // The log wakes again within a second, and the check with it.
      logger.warn({ tenantId, operation: 'changes', error }, 'A check for changes failed')
    } finally {
      watched.checking = false
    }
    if (watched.again && tenants.get(tenantId) === watched) schedule(tenantId, watched)
  }

  function schedule(tenantId: string, watched: Watched): void {
    watched.again = watched.checking
    if (!watched.checking) watched.timer ??= setTimeout(() => void check(tenantId, watched), debounceMs)
  }

  const onWake = (): void => {
    for (const [tenantId, watched] of tenants) schedule(tenantId, watched)
  }

  function hold(tenantId: string): Watched {
    const watched = tenants.get(tenantId) ?? nobodyYet(readNewest(store, tenantId))
    tenants.set(tenantId, watched)
    watched.opening += 1
    return watched
  }

  function letGo(tenantId: string, watched: Watched): void {
    if (watched.streams.size > 0 || watched.opening > 0) return
    clearTimeout(watched.timer)
    tenants.delete(tenantId)
  }

  /** One subscription for all, kept until the end: waking with nobody there costs nothing. */
  async function subscribe(): Promise<void> {
    unsubscribe ??= log.subscribeWakeUps(onWake)
    try {
      await unsubscribe
    } catch (error) {
      unsubscribe = undefined
      throw error
    }
  }

  return {
    async open(tenantId, { lastMark, stillAdmitted }) {
      if (isClosed()) throw new ApiError('service.stopping')
      assertRoom(tenants, tenantId, limits)
      const watched = hold(tenantId)
      try {
        const [newest] = await Promise.all([watched.newest, subscribe()])
        if (isClosed()) throw new ApiError('service.stopping')
        const stream = createEventStream()
        stream.readable.once('close', () => {
          watched.streams.delete(stream)
          letGo(tenantId, watched)
        })
        watched.streams.set(stream, stillAdmitted)
        stream.send('retry: 2000\n: connected\n\n')
        const missed = lastMark === undefined ? [] : changedSince(lastMark, newest)
        if (lastMark !== undefined && missed.length > 0) stream.send(format(lastMark, newest, missed))
        return stream.readable
      } finally {
        watched.opening -= 1
        letGo(tenantId, watched)
      }
    },
    openStreams: () => [...tenants.values()].reduce((sum, { streams }) => sum + streams.size, 0),
    async close() {
      closed = true
      clearInterval(heartbeat)
      for (const { streams, timer } of tenants.values()) {
        clearTimeout(timer)
        for (const stream of streams.keys()) stream.end()
      }
      tenants.clear()
      const end = await unsubscribe?.catch(() => undefined)
      await end?.()
    },
  }
}
