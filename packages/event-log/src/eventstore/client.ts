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

export function connect(url: string): EventStoreClient {
  const client = EventStoreDBClient.connectionString(connectionString(url))
  // One append a call, with a deadline of its own. The way of batches keeps the waiting calls of all clients of a process in one
  // table: a connection that breaks rejects those of the others, and an answer that comes for one of these ends the process.
  Reflect.set(client, 'supports', () => Promise.resolve(false))
  const directions = { forwards: FORWARDS, backwards: BACKWARDS } as const
  return {
    async append(streamName, expectedRevision, records) {
      const events = records.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data: { ...data }, metadata }))
      const revision = expectedRevision < 0 ? NO_STREAM : BigInt(expectedRevision)
      await within(
        deadlineMs,
        client.appendToStream(streamName, events, { expectedRevision: revision, requiresLeader: true }),
      )
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
      const features: unknown = await within(deadlineMs, Promise.resolve(innerOf(client, 'capabilities')))
      const version = features instanceof Object && 'serverVersion' in features ? features.serverVersion : undefined
      return typeof version === 'string' ? version : 'unknown'
    },
    close: () => closeChannel(client),
  }
}
