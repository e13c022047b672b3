import { PassThrough, type Readable } from 'node:stream'
import type { EventLog } from '@connector/event-log'
import type { Log } from '@connector/service-kit'
import type { TenantStore } from '@connector/store'
import { ApiError } from '../errors/api-error.ts'
import { readNewest, type Newest } from './newest.ts'

/** Server-sent events about changes of conversations, one stream per caller, one check per tenant. */
export interface ChangeFeed {
  /** @param lastMark the id of the last event the caller got; a change missed since then is told at once */
  open(tenantId: string, lastMark: string | undefined): Promise<Readable>
  /** Ends every stream and opens no new one. */
  close(): Promise<void>
}

export interface ChangeFeedOptions {
  store: TenantStore
  log: EventLog
  logger: Log
  /** The projector needs a moment after an append, and a burst of appends is one change to a reader. */
  debounceMs?: number
  /** Keeps proxies from taking a quiet stream for a dead one. */
  heartbeatMs?: number
}

interface Watched {
  streams: Set<PassThrough>
  /** Calls of `open` under way: they too keep the tenant watched. */
  opening: number
  newest: Promise<Newest | undefined>
  timer?: NodeJS.Timeout | undefined
  checking: boolean
  /** Woken during a check, which may have read before the change. */
  again: boolean
}

const format = ({ mark, changedAt }: Newest): string =>
  `id: ${mark}\nevent: change\ndata: ${JSON.stringify({ changedAt: changedAt.toISOString() })}\n\n`

/** A reader that does not keep up gets fewer hints, not a growing buffer. */
function write(stream: PassThrough, text: string): void {
  if (!stream.writableNeedDrain) stream.write(text)
}

export function createChangeFeed(options: ChangeFeedOptions): ChangeFeed {
  const { store, log, logger, debounceMs = 100, heartbeatMs = 15_000 } = options
  const tenants = new Map<string, Watched>()
  let unsubscribe: Promise<() => Promise<void>> | undefined
  let closed = false
  const isClosed = (): boolean => closed

  const heartbeat = setInterval(() => {
    for (const { streams } of tenants.values()) for (const stream of streams) write(stream, ': heartbeat\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  async function check(tenantId: string, watched: Watched): Promise<void> {
    watched.timer = undefined
    watched.checking = true
    try {
      const before = await watched.newest
      const now = await readNewest(store, tenantId)
      if (!now || now.mark === before?.mark) return
      watched.newest = Promise.resolve(now)
      for (const stream of watched.streams) write(stream, format(now))
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
    const watched = tenants.get(tenantId) ?? {
      streams: new Set(),
      opening: 0,
      checking: false,
      again: false,
      newest: readNewest(store, tenantId),
    }
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
    async open(tenantId, lastMark) {
      if (isClosed()) throw new ApiError('service.stopping')
      const watched = hold(tenantId)
      try {
        const [newest] = await Promise.all([watched.newest, subscribe()])
        if (isClosed()) throw new ApiError('service.stopping')
        const stream = new PassThrough()
        stream.once('close', () => {
          watched.streams.delete(stream)
          letGo(tenantId, watched)
        })
        watched.streams.add(stream)
        stream.write('retry: 2000\n: connected\n\n')
        if (newest && lastMark !== undefined && lastMark !== newest.mark) stream.write(format(newest))
        return stream
      } finally {
        watched.opening -= 1
        letGo(tenantId, watched)
      }
    },
    async close() {
      closed = true
      clearInterval(heartbeat)
      for (const { streams, timer } of tenants.values()) {
        clearTimeout(timer)
        for (const stream of streams) stream.end()
      }
      tenants.clear()
      const end = await unsubscribe?.catch(() => undefined)
      await end?.()
    },
  }
}
