import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  type AllStreamRecordedEvent,
  type RecordedEvent,
  type StreamingRead,
} from '@eventstore/db-client'
import { within } from './deadline.ts'

/*
 * All that is used of the client of EventStoreDB, and the only file that knows it. Its maker's new name for it,
 * @kurrent/kurrentdb-client, has the same calls and fits behind the same interface (docs/decisions/0025).
 */

/** An event as the server has it. */
export interface StoredRecord {
  streamName: string
  id: string
  type: string
  revision: number
  position: bigint
  data: unknown
  metadata: unknown
}

export type NewRecord = Pick<StoredRecord, 'id' | 'type'> & { data: object; metadata: object }

export type Direction = 'forwards' | 'backwards'

/** One connection. Rejects with the errors of the library, which `errors.ts` judges. */
export interface EventStoreClient {
  /** @param expectedRevision of the last event, or -1 for none */
  append(streamName: string, expectedRevision: number, records: readonly NewRecord[]): Promise<void>
  readStream(streamName: string, from: number | 'end', limit: number, direction: Direction): Promise<StoredRecord[]>
  /** From a position on, which is part of it when it goes forwards. */
  readAll(from: bigint | 'start' | 'end', limit: number, direction: Direction): Promise<StoredRecord[]>
  /** Of the server, as `24.10.4.0`; `unknown` of one that does not tell. */
  version(): Promise<string>
  close(): Promise<void>
}

/** Whoever waits for a write gets an error in time to try again before his own lease ends. */
const deadlineMs = 4_000

/** With what we rely on, unless the address says otherwise: a follower may be behind, and `head` must not be. */
export function connectionString(url: string): string {
  const known = url.toLowerCase()
  const missing = [
    ...(known.includes('nodepreference=') ? [] : ['nodePreference=leader']),
    ...(known.includes('defaultdeadline=') ? [] : [`defaultDeadline=${deadlineMs}`]),
    ...(known.includes('maxdiscoverattempts=') ? [] : ['maxDiscoverAttempts=3']),
    // Seconds that a node has to say who leads. A frozen one takes the connection and says nothing: with the 5 s of the library a
    // call is over before the next node is asked.
    ...(known.includes('gossiptimeout=') ? [] : ['gossipTimeout=1']),
  ].join('&')
  const separator = missing === '' ? '' : url.includes('?') ? '&' : '?'
  return url.replace(/^kurrentdb/, 'esdb') + separator + missing
}

/** What the library keeps to itself, or undefined where a later version has no such thing. */
const innerOf = (client: EventStoreDBClient, name: string): unknown => Reflect.get(client, name)

async function closeChannel(client: EventStoreDBClient): Promise<void> {
  await client.dispose()
  // Else its timers keep the process alive.
  const getChannel = innerOf(client, 'getChannel')
  if (typeof getChannel !== 'function') return
  const channel: unknown = await Reflect.apply(getChannel, client, [])
  if (channel instanceof Object && 'close' in channel && typeof channel.close === 'function')
    Reflect.apply(channel.close, channel, [])
}

function toRecord(event: RecordedEvent | AllStreamRecordedEvent): StoredRecord {
  const { streamId: streamName, id, type, data, metadata, revision } = event
  // Older servers tell none with the events of a stream.
  const { commit: position } = { commit: -1n, ...('position' in event ? event.position : {}) }
  return { streamName, id, type, data, metadata, revision: Number(revision), position }
}

async function collect(
  read: StreamingRead<{ event?: RecordedEvent | AllStreamRecordedEvent | undefined }>,
): Promise<StoredRecord[]> {
  const gather = async (): Promise<StoredRecord[]> => {
    const records: StoredRecord[] = []
    for await (const { event } of read) if (event) records.push(toRecord(event))
    return records
  }
  return within(deadlineMs, gather(), () => void read.cancel().catch(() => undefined))
}

/**
 * Why no node of several said who leads, which the library keeps to itself: what the first says when it is asked alone, or the
 * given error where that answers.
 */
async function whyUndiscovered(url: string, error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !error.message.includes('Failed to discover')) return error
  const alone = EventStoreDBClient.connectionString(connectionString(url).replace(/,[^/?]*/, ''))
  try {
    await within(deadlineMs, Promise.resolve(innerOf(alone, 'capabilities')))
    return error
  } catch (reason) {
    return reason
  } finally {
    await closeChannel(alone)
  }
}

/** Longer than an append can take that looks for a leader first. */
const closingMs = 20_000

export function connect(url: string): EventStoreClient {
  const client = EventStoreDBClient.connectionString(connectionString(url))
  // One append a call, with a deadline of its own. The way of batches keeps the waiting calls of all clients of a process in one
  // table: a connection that breaks rejects those of the others, and an answer that comes for one of these ends the process.
  Reflect.set(client, 'supports', () => Promise.resolve(false))
  // Whoever uses it replaces it. The library would close the channel by itself, under calls that are about to begin: an append on a
  // closed channel rejects where nobody hears it, which ends the process.
  Reflect.set(client, 'handleError', () => Promise.resolve())
  const appends = new Set<Promise<unknown>>()
  let closing = false

  async function append(...call: Parameters<typeof client.appendToStream>): Promise<void> {
    if (closing) throw new Error('The channel has been shut down')
    const appended = client.appendToStream(...call)
    const ended: Promise<unknown> = appended.catch(() => undefined).finally(() => appends.delete(ended))
    appends.add(ended)
    await within(deadlineMs, appended)
  }

  const directions = { forwards: FORWARDS, backwards: BACKWARDS } as const
  return {
    async append(streamName, expectedRevision, records) {
      const events = records.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data: { ...data }, metadata }))
      const revision = expectedRevision < 0 ? NO_STREAM : BigInt(expectedRevision)
      await append(streamName, events, { expectedRevision: revision, requiresLeader: true })
    },
    readStream: (streamName, from, limit, direction) =>
      collect(
        client.readStream(streamName, {
          fromRevision: from === 'end' ? END : BigInt(from),
          maxCount: limit,
          direction: directions[direction],
          requiresLeader: true,
        }),
      ),
    readAll: (from, limit, direction) =>
      collect(
        client.readAll({
          fromPosition: from === 'start' ? START : from === 'end' ? END : { commit: from, prepare: from },
          maxCount: limit,
          direction: directions[direction],
          requiresLeader: true,
        }),
      ),
    async version() {
      let features: unknown
      try {
        features = await within(deadlineMs, Promise.resolve(innerOf(client, 'capabilities')))
      } catch (error) {
        throw await whyUndiscovered(url, error)
      }
      const version = features instanceof Object && 'serverVersion' in features ? features.serverVersion : undefined
      return typeof version === 'string' ? version : 'unknown'
    },
    async close() {
      closing = true
      // Those that still look for a leader, too: they have no channel yet.
      await within(closingMs, Promise.all(appends)).catch(() => undefined)
      await closeChannel(client)
    },
  }
}
