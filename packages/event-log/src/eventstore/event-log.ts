import { checkLimit, checkStreamId } from '../check-append.ts'
import { EventLogUnavailable, LogNotReadable } from '../errors.ts'
import type { Checkpoint, EventLog, RecordedEvent, TenantLog } from '../port.ts'
import type { PostgresEventLogOptions } from '../postgres/event-log.ts'
import { storedText } from '../stored-field.ts'
import { hideOthers, isStreamOf } from '../tenant-log.ts'
import { createPostgresWakeUps } from '../postgres/wake-ups.ts'
import { createLogWakeUps, type LogWakeUps } from '../wake-ups/of-log.ts'
import { connect, type EventStoreClient } from './client.ts'
import { createConnection, type Connection } from './connection.ts'
import { chained } from './encode.ts'
import { createAllReader } from './read-all.ts'
import type { EventStoreSettings } from './settings.ts'
import { createStreams } from './streams.ts'

export interface EventStoreLogOptions extends EventStoreSettings, Omit<PostgresEventLogOptions, 'connectionOf'> {
  now?: () => Date
}

/** Events in one page when everything since a place is looked at. */
const pageSize = 1_000

/**
 * An `EventLog` in EventStoreDB. The server that is away is waited for by whoever calls.
 * @throws {LogNotReadable} for a server that is too old, not trusted, or refuses the login
 */
export async function openEventStoreLog(options: EventStoreLogOptions): Promise<EventLog> {
  const { pool, listen, pollMs = 1_000, onError, url, prefix, now = () => new Date() } = options
  const wakeUps = createLogWakeUps({ way: options.wakeUps ?? createPostgresWakeUps(pool, listen), pollMs, onError })
  const connection = createConnection(() => connect(url))
  try {
    // The version needs no login, and this does.
    await connection.use((client) => client.readAll('end', 1, 'backwards'))
  } catch (error) {
    if (error instanceof LogNotReadable || !(error instanceof EventLogUnavailable)) {
      await Promise.all([connection.close(), wakeUps.close()])
      throw error
    }
    onError(error)
  }
  return eventStoreLog({ connection, prefix, wakeUps, now })
}

/** @param connect for tests, which have a client of their own */
export function eventStoreLogOn(
  connect: () => EventStoreClient,
  rest: { prefix: string; wakeUps: LogWakeUps; now: () => Date },
): EventLog {
  return eventStoreLog({ connection: createConnection(connect), ...rest })
}

function eventStoreLog(parts: {
  connection: Connection
  prefix: string
  wakeUps: LogWakeUps
  now: () => Date
}): EventLog {
  const { connection, prefix, wakeUps, now } = parts
  const streams = createStreams(connection, { prefix, now, onAppended: () => wakeUps.appended() })
  const all = createAllReader(connection, prefix)
  let closed = false

  async function streamIds(tenantId: string, begin: string, since: Checkpoint | undefined): Promise<string[]> {
    checkStreamId(begin)
    const isWanted = ({ streamId, metadata }: RecordedEvent): boolean =>
      streamId.startsWith(begin) && metadata.tenantId === tenantId && isStreamOf(streamId, tenantId)
    const found = new Set<string>()
    for (let after = since; ;) {
      const { events, next } = await all.page(after, pageSize)
      for (const { event } of events) if (isWanted(event)) found.add(event.streamId)
      if (events.length < pageSize) return [...found]
      after = next
    }
  }

  return {
    ...streams,
    forTenant: (tenantId): TenantLog => ({
      ...hideOthers(streams, tenantId),
      streamIds: (begin, since) => streamIds(tenantId, begin, since),
    }),
    async readAll(after, limit, wants) {
      checkLimit(limit)
      const page = await all.page(after, limit)
      const { next } = page
      const events = page.events.map(({ event }) => event)
      const wanted = wants ? events.filter(({ metadata }) => wants(storedText(metadata, 'tenantId'))) : events
      const skipped = events.length - wanted.length
      return { events: wanted, next, ...(skipped > 0 && { skipped }) }
    },
    async readChain(after, limit) {
      checkLimit(limit)
      const { events, next } = await all.page(after, limit)
      return { events: events.map(chained), next }
    },
    async head() {
      return (await all.newest())?.event.checkpoint
    },
    async recordedAfter(after) {
      const { events } = await all.page(after, 1)
      return events[0]?.event.recordedAt
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
      await Promise.all([wakeUps.close(), connection.close()])
    },
  }
}
