import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, FORWARDS, jsonEvent, NO_STREAM, START } from '@eventstore/db-client'
import pg from 'pg'
import {
  appendAll,
  noStream,
  noWakeUps,
  openEventLog,
  type Checkpoint,
  type EventLog,
  type NewEvent,
} from '../src/index.ts'
import { connectionString } from '../src/eventstore/client.ts'
import { encodeChain } from '../src/eventstore/encode.ts'
import { benchEvent } from './event.ts'

const batchSize = 100
const batchesPerRound = 20
const rounds = 7
const pageSize = 1_000

export interface Rates {
  ours: number
  raw: number
  ratio: number
}

/**
 * Events per second through the log and through its client alone, with the same records in the same way (decision 25: one append a
 * call): batches of 100 events, each to a stream of its own, one after the
 * other; and reading all that was written. Rounds of both alternate; the result is the median round.
 * @param url of the EventStoreDB; what is written stays there, under names of its own
 * @param databaseUrl of an empty database
 */
export async function benchEventStore(url: string, databaseUrl: string): Promise<{ append: Rates; readAll: Rates }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const raw = EventStoreDBClient.connectionString(connectionString(url))
  const prefix = `bench${randomUUID().replaceAll('-', '')}_`
  const log = await openEventLog({
    eventStore: { url, prefix },
    pool,
    wakeUps: noWakeUps,
    pollMs: 600_000,
    onError(error) {
      throw error
    },
  })
  // As our own connections have it.
  Reflect.set(raw, 'supports', () => Promise.resolve(false))
  const made = (): { streamId: string; events: NewEvent[] } => ({
    streamId: `conversation-${randomUUID()}`,
    events: Array.from({ length: batchSize }, benchEvent),
  })
  const appendRaw = async (): Promise<void> => {
    const { streamId, events } = made()
    const records = encodeChain({ streamId, expectedRevision: noStream, before: undefined }, events, '1')
    await raw.appendToStream(
      prefix + streamId,
      records.map((record) => jsonEvent({ ...record, data: { ...record.data }, metadata: { ...record.metadata } })),
      { expectedRevision: NO_STREAM },
    )
  }
  const appendOurs = (): Promise<void> => appendAll(log, [{ ...made(), expectedRevision: noStream }])
  try {
    const append = await compare(
      () => eventsPerSecond(() => repeat(batchesPerRound, appendOurs)),
      () => eventsPerSecond(() => repeat(batchesPerRound, appendRaw)),
    )
    const all = await readOurs(log)
    const readAll = await compare(
      () => eventsPerSecond(() => readOurs(log)),
      () => eventsPerSecond(() => readRaw(raw, prefix, all)),
    )
    return { append, readAll }
  } finally {
    await log.close()
    await raw.dispose()
    await pool.end()
  }
}

async function repeat(times: number, append: () => Promise<void>): Promise<number> {
  for (let done = 0; done < times; done++) await append()
  return times * batchSize
}

/** @returns how many events there are */
async function readOurs(log: EventLog): Promise<number> {
  let after: Checkpoint | undefined
  for (let count = 0; ;) {
    const page = await log.readAll(after, pageSize)
    if (page.events.length === 0) return count
    count += page.events.length
    after = page.next
  }
}

/** Of all the server has, a page in one call, until so many of them have come. */
async function readRaw(client: EventStoreDBClient, prefix: string, wanted: number): Promise<number> {
  let from: { commit: bigint; prepare: bigint } | typeof START = START
  for (let count = 0; count < wanted;) {
    let seen = 0
    const read = client.readAll({ fromPosition: from, maxCount: pageSize, direction: FORWARDS })
    for await (const { event } of read) {
      seen += 1
      if (!event) continue
      from = event.position
      if (event.streamId.startsWith(prefix)) count += 1
    }
    if (seen < pageSize) return count
  }
  return wanted
}

async function eventsPerSecond(work: () => Promise<number>): Promise<number> {
  const start = performance.now()
  return (await work()) / ((performance.now() - start) / 1_000)
}

async function compare(ours: () => Promise<number>, raw: () => Promise<number>): Promise<Rates> {
  const rates: { ours: number; raw: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    // Who goes first alternates.
    const rate = round % 2 === 0 ? { ours: await ours(), raw: await raw() } : { raw: await raw(), ours: await ours() }
    // Round 0 warms up.
    if (round > 0) rates.push(rate)
  }
  return {
    ours: median(rates.map((rate) => rate.ours)),
    raw: median(rates.map((rate) => rate.raw)),
    ratio: median(rates.map((rate) => rate.ours / rate.raw)),
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
