import { LRUCache } from 'lru-cache'
import { checkAppend, checkFromRevision, checkReads, checkStreamId } from '../check-append.ts'
import type { Appended, RecordedEvent, StreamAppend, StreamLog } from '../port.ts'
import type { StoredRecord } from './client.ts'
import type { Connection } from './connection.ts'
import { decode, digestOf, encodeChain, type DecodedEvent } from './encode.ts'
import { meaningOf } from './errors.ts'

/** Streams at once: the server has no call for many, and 32 keep it busy. */
const atOnce = 32

/** Events in one call; a stream of ours rarely has more. */
const pageSize = 1_000

/** Digests of last events, 200 bytes each. */
const keptDigests = 20_000

/** Results in the order of the items, so many of which are worked on at once. */
async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>()
  const left = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) results.set(index, await work(item))
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}

/** @param onAppended called when something was written */
export function createStreams(
  connection: Connection,
  { prefix, now, onAppended }: { prefix: string; now: () => Date; onAppended: () => void },
): StreamLog {
  /**
   * The last event of a stream, as it was read: what the next one is chained to. Never as it was written here: of a repeated
   * append the server keeps the first, with another time and so another digest.
   */
  const lastEvents = new LRUCache<string, { revision: number; digest: Buffer | undefined }>({ max: keptDigests })

  async function read(
    streamId: string,
    from: number | 'end',
    limit: number,
    direction: 'forwards' | 'backwards',
  ): Promise<DecodedEvent[]> {
    let records: StoredRecord[]
    try {
      records = await connection.use((client) => client.readStream(prefix + streamId, from, limit, direction))
    } catch (error) {
      if (meaningOf(error) === 'no-stream') return []
      throw error
    }
    const events = records.map((record) => decode(record, prefix))
    const last = direction === 'forwards' ? events.at(-1) : events[0]
    if (last && last.event.revision >= (lastEvents.get(streamId)?.revision ?? -1))
      lastEvents.set(streamId, { revision: last.event.revision, digest: digestOf(last) })
    return events
  }

  async function lastOf(streamId: string): Promise<{ revision: number; digest: Buffer | undefined }> {
    const [last] = await read(streamId, 'end', 1, 'backwards')
    return { revision: last?.event.revision ?? -1, digest: last && digestOf(last) }
  }

  async function whole(streamId: string, fromRevision: number): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = []
    for (;;) {
      const page = await read(streamId, fromRevision + events.length, pageSize, 'forwards')
      events.push(...page.map(({ event }) => event))
      if (page.length < pageSize) return events
    }
  }

  async function appendOne({ streamId, expectedRevision, events }: StreamAppend): Promise<Appended> {
    let before: Buffer | undefined
    if (expectedRevision >= 0 || events.length === 0) {
      const known = lastEvents.get(streamId)
      const last = known?.revision === expectedRevision && events.length > 0 ? known : await lastOf(streamId)
      if (last.revision !== expectedRevision) return 'conflict'
      before = last.digest
    }
    if (events.length === 0) return 'appended'
    const micros = (BigInt(now().getTime()) * 1_000n).toString()
    const records = encodeChain({ streamId, expectedRevision, before }, events, micros)
    try {
      await connection.use((client) => client.append(prefix + streamId, expectedRevision, records))
    } catch (error) {
      if (meaningOf(error) === 'conflict') return 'conflict'
      throw error
    }
    onAppended()
    return 'appended'
  }

  return {
    async append(batch) {
      checkAppend(batch)
      return eachOf(batch, appendOne)
    },
    async readStream(streamId, fromRevision = 0) {
      checkFromRevision(fromRevision)
      checkStreamId(streamId)
      return whole(streamId, fromRevision)
    },
    async readStreams(requests) {
      checkReads(requests)
      const found = await eachOf(requests, ({ streamId, fromRevision = 0 }) => whole(streamId, fromRevision))
      return new Map(requests.map(({ streamId }, index) => [streamId, found[index] ?? []]))
    },
  }
}
