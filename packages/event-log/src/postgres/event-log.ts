import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { checkAppend, checkFromRevision, checkStreamId } from '../check-append.ts'
import { EventLogUnavailable } from '../errors.ts'
import type { Checkpoint, EventLog, StreamLog } from '../port.ts'
import { appendBatch } from './append.ts'
import type { ChainedPage } from '../chain.ts'
import { coalesce } from './coalesce.ts'
import { query, type Connection } from './query.ts'
import { head, readAll, readChain, readStreams } from './read.ts'
import { assertLogReadable } from './restored-log.ts'
import { createSubscribers } from './subscribers.ts'
import { wakeUpChannel, type ListenConnection } from './wake-ups.ts'

// A burst of appends becomes one notification per 20 ms: 50/s is enough for a hint, and NOTIFY takes a lock of the
// whole cluster.
const wakeUpEveryMs = 20

/** What the PostgreSQL event log needs. */
export interface PostgresEventLogOptions {
  /**
   * Connections to a database with `eventLogSchema`. Stays the caller's: it handles the pool's `error` event and ends
   * it.
   */
  pool: pg.Pool
  /**
   * Connection for wake-ups from other processes, opened with the first subscription. Not through a transaction pooler.
   * Without it, only polling sees them.
   */
  listen?: ListenConnection
  /** How often subscribers are woken without cause, in ms; 1000 if not given. */
  pollMs?: number
  /** Told of failures that are survived: a wake-up not sent, a listening connection lost, a subscriber that threw. */
  onError: (error: unknown) => void
}

/** An `EventLog` whose streams can also be reached in another way than through the pool. */
export interface PostgresEventLog extends EventLog {
  /** The same streams as this connection sees them, for one whose rights are narrower than the pool's. */
  through(connection: Connection): StreamLog
  /** As `readAll`, with the digests that chain the events. */
  readChain(after: Checkpoint | undefined, limit: number): Promise<ChainedPage>
}

/**
 * An `EventLog` in one PostgreSQL table. Checks once, before its first use, that the log can be read in this cluster
 * (`assertLogReadable`). `readAll` waits for every older transaction that appends to this log, and for no other.
 */
export function createPostgresEventLog(options: PostgresEventLogOptions): PostgresEventLog {
  const { pool, listen, pollMs = 1_000, onError } = options
  const instanceId = randomUUID()
  const subscribers = createSubscribers({ listen, pollMs, onError, instanceId })
  const notifier = coalesce({
    everyMs: wakeUpEveryMs,
    onError,
    async action() {
      await query(pool, { text: 'select pg_notify($1, $2)', values: [wakeUpChannel, instanceId] })
    },
  })
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
      if (batch.length === 0) return
      await appendBatch(connection, batch)
      if (batch.every(({ events }) => events.length === 0)) return
      subscribers.wakeAll()
      notifier.request()
    },

    async readStream(streamId, fromRevision = 0) {
      checkFromRevision(fromRevision)
      checkStreamId(streamId)
      await ready()
      const streams = await readStreams(connection, [{ streamId, fromRevision }])
      return streams.get(streamId) ?? []
    },

    async readStreams(requests) {
      for (const { streamId, fromRevision = 0 } of requests) {
        checkStreamId(streamId)
        checkFromRevision(fromRevision)
      }
      if (new Set(requests.map(({ streamId }) => streamId)).size < requests.length) {
        throw new TypeError('A stream is twice in one read')
      }
      await ready()
      return readStreams(connection, requests)
    },
  })

  return {
    ...through(pool),
    through,

    async readAll(after, limit) {
      if (!Number.isInteger(limit) || limit < 1) throw new TypeError(`Not a page size: ${limit}`)
      await ready()
      return readAll(pool, after, limit)
    },

    async readChain(after, limit) {
      if (!Number.isInteger(limit) || limit < 1) throw new TypeError(`Not a page size: ${limit}`)
      await ready()
      return readChain(pool, after, limit)
    },

    async head() {
      await ready()
      return head(pool)
    },

    async subscribeWakeUps(onWake) {
      if (closed) throw new EventLogUnavailable('it was closed')
      return subscribers.add(onWake)
    },

    async close() {
      closed = true
      await Promise.all([notifier.close(), subscribers.close()])
    },
  }
}
