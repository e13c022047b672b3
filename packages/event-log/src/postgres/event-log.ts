import type pg from 'pg'
import { checkAppend, checkFromRevision, checkLimit, checkReads, checkStreamId } from '../check-append.ts'
import { EventLogUnavailable } from '../errors.ts'
import type { EventLog, StreamLog } from '../port.ts'
import { hideOthers } from '../tenant-log.ts'
import { appendBatch } from './append.ts'
import type { WakeUpWay } from '../wake-ups/port.ts'
import { createLogWakeUps } from '../wake-ups/of-log.ts'
import type { Connection } from './query.ts'
import { head, readAll, readChain, readStreams, recordedAfter, streamIds } from './read.ts'
import { assertLogReadable } from './restored-log.ts'
import { createPostgresWakeUps, type ListenConnection } from './wake-ups.ts'

/** What the PostgreSQL event log needs. */
export interface PostgresEventLogOptions {
  /**
   * Connections to a database with `eventLogSchema`. Stays the caller's: it handles the pool's `error` event and ends
   * it.
   */
  pool: pg.Pool
  /** Connections that see one tenant, by row-level security; without it the pool's are used, and the log itself hides others. */
  connectionOf?: (tenantId: string) => Connection
  /**
   * Connection for wake-ups from other processes, opened with the first subscription. Not through a transaction pooler.
   * Without it, only polling sees them.
   */
  listen?: ListenConnection
  /** Another way to wake and be woken than the database's own, such as NATS; `listen` is left alone then. */
  wakeUps?: WakeUpWay
  /** How often subscribers are woken without cause, in ms; 1000 if not given. */
  pollMs?: number
  /** Told of failures that are survived: a wake-up not sent, a listening connection lost, a subscriber that threw. */
  onError: (error: unknown) => void
}

/**
 * An `EventLog` in one PostgreSQL table. Checks once, before its first use, that the log can be read in this cluster
 * (`assertLogReadable`). `readAll` waits for every older transaction that appends to this log, and for no other.
 */
export function createPostgresEventLog(options: PostgresEventLogOptions): EventLog {
  const { pool, connectionOf = () => pool, listen, pollMs = 1_000, onError } = options
  const wakeUps = createLogWakeUps({ way: options.wakeUps ?? createPostgresWakeUps(pool, listen), pollMs, onError })
  let closed = false
  let readable: Promise<void> | undefined

  /**
   * Before every use. A check that failed is made again next time: the database may have been down or been repaired.
   */
  async function ready(): Promise<void> {
    if (closed) throw new EventLogUnavailable('it was closed')
    readable ??= assertLogReadable(pool)
    try {
      await readable
    } catch (error) {
      readable = undefined
      throw error
    }
  }

  const through = (connection: Connection): StreamLog => ({
    async append(batch) {
      checkAppend(batch)
      await ready()
      if (batch.length === 0) return []
      const results = await appendBatch(connection, batch)
      if (batch.some(({ events }, index) => events.length > 0 && results[index] === 'appended')) wakeUps.appended()
      return results
    },

    async readStream(streamId, fromRevision = 0) {
      checkFromRevision(fromRevision)
      checkStreamId(streamId)
      await ready()
      const streams = await readStreams(connection, [{ streamId, fromRevision }])
      return streams.get(streamId) ?? []
    },

    async readStreams(requests) {
      checkReads(requests)
      await ready()
      return readStreams(connection, requests)
    },
  })

  return {
    ...through(pool),

    forTenant(tenantId) {
      const connection = connectionOf(tenantId)
      return {
        ...hideOthers(through(connection), tenantId),
        async streamIds(prefix) {
          checkStreamId(prefix)
          await ready()
          return streamIds(connection, prefix, tenantId)
        },
      }
    },

    async readAll(after, limit, wants) {
      checkLimit(limit)
      await ready()
      return readAll(pool, after, limit, wants)
    },

    async readChain(after, limit) {
      checkLimit(limit)
      await ready()
      return readChain(pool, after, limit)
    },

    async head() {
      await ready()
      return head(pool)
    },

    async recordedAfter(after) {
      await ready()
      return recordedAfter(pool, after)
    },

    async subscribeWakeUps(onWake) {
      if (closed) throw new EventLogUnavailable('it was closed')
      return wakeUps.subscribe(onWake)
    },

    wakeOthers() {
      if (!closed) wakeUps.wakeOthers()
    },

    async close() {
      closed = true
      await wakeUps.close()
    },
  }
}
