import { CopyRefused } from '../copy.ts'
import type { EventStoreSettings, StoreCopy } from './settings.ts'
import type { StoredEvent } from '../port.ts'
import { connect, type EventStoreClient } from './client.ts'
import { createConnection } from './connection.ts'
import { encode } from './encode.ts'
import { meaningOf } from './errors.ts'
import { createAllReader } from './read-all.ts'
import { createStreams } from './streams.ts'

/** Far below what a server takes in one append, 1 MiB unless set. */
const mostBytes = 400_000
const mostEvents = 100

/** Events that stand beside each other and belong into one stream are one append; more would change the order of all. */
export function runsOf(events: readonly StoredEvent[]): StoredEvent[][] {
  const runs: StoredEvent[][] = []
  let bytes = 0
  for (const event of events) {
    const size = JSON.stringify(event.data).length
    const run = runs.at(-1)
    bytes += size
    if (run?.[0]?.streamId === event.streamId && run.length < mostEvents && bytes <= mostBytes) run.push(event)
    else {
      runs.push([event])
      bytes = size
    }
  }
  return runs
}

/**
 * @param settings where it is
 * @param connectTo for tests, which have a client of their own
 * @throws when the server is away or too old
 */
export async function openEventStoreCopy(
  { url, prefix }: EventStoreSettings,
  connectTo: () => EventStoreClient = () => connect(url),
): Promise<StoreCopy> {
  const connection = createConnection(connectTo)
  try {
    await connection.use(() => Promise.resolve())
  } catch (error) {
    await connection.close()
    throw error
  }
  const log = createStreams(connection, { prefix, now: () => new Date(), onAppended: () => undefined })
  const all = createAllReader(connection, prefix)

  async function putRun(run: readonly StoredEvent[]): Promise<void> {
    const [first] = run
    if (!first) return
    const records = run.map((event) => {
      if (event.digest === undefined)
        throw new CopyRefused(
          `${event.streamId}@${event.revision} was written before events were chained and texts sealed. EventStoreDB cannot take ` +
            'a text out of an event, so nobody could be erased from it there. Such a log stays in PostgreSQL.',
        )
      return encode(event, event.recordedAtMicros, event.digest)
    })
    try {
      await connection.use((client) => client.append(prefix + first.streamId, first.revision - 1, records))
    } catch (error) {
      if (meaningOf(error) !== 'conflict') throw error
      const there = await log.readStream(first.streamId, first.revision)
      if (run.some(({ id }, index) => there[index]?.id !== id))
        throw new CopyRefused(
          `The log to copy into holds other events in ${first.streamId}. Copy under another EVENTSTORE_PREFIX.`,
        )
    }
  }

  return {
    log,
    copy: {
      async read(after, limit) {
        const { events, next } = await all.page(after, limit)
        return { events: events.map(({ event, ...beside }) => ({ ...event, ...beside })), next }
      },
      async put(events) {
        // One after the other: their order is what makes the two logs the same.
        for (const run of runsOf(events)) await putRun(run)
      },
      at: async (checkpoint) => (await all.at(checkpoint))?.event,
      last: async () => (await all.newest())?.event,
    },
    close: () => connection.close(),
  }
}
