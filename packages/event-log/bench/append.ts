import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { appendAll, createPostgresEventLog, eventLogSchema, type StreamAppend } from '../src/index.ts'
import { benchEvent } from './event.ts'

const batchSize = 100
const streamsPerBatch = 25
const batchesPerRound = 40
const rounds = 9

const columns = ['stream_id', 'revision', 'event_id', 'type', 'schema_version', 'data', 'metadata']
// Named like the log's statements, so that neither side pays for parsing and planning again.
const plainInsert = {
  name: 'bench_plain_insert',
  text: `insert into events (${columns.join(', ')}) values ${Array.from(
    { length: batchSize },
    (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  ).join(', ')}`,
}

/**
 * Events per second through `append` and through a plain multi-row INSERT of the same rows into an identical table, one
 * connection each, batches of 100 events in 25 streams. Rounds of both alternate; the result is the median round. Works
 * in two schemas of its own, dropped at the end.
 */
export async function benchAppend(url: string): Promise<{ ours: number; plain: number; ratio: number }> {
  const ours = await createSchema(url)
  const plain = await createSchema(url)
  const log = createPostgresEventLog({
    pool: ours.pool,
    onError(error) {
      throw error
    },
  })
  try {
    const rates: { ours: number; plain: number }[] = []
    for (let round = 0; round <= rounds; round++) {
      const batches = makeRound()
      const append = (): Promise<number> => eventsPerSecond(batches, (batch) => appendAll(log, batch))
      const insert = (): Promise<number> =>
        eventsPerSecond(batches, async (batch) => {
          await plain.pool.query({ ...plainInsert, values: toValues(batch) })
        })
      // Who goes first alternates too: the second finds the data warm in the processor's caches.
      const rate =
        round % 2 === 0
          ? { ours: await append(), plain: await insert() }
          : { plain: await insert(), ours: await append() }
      // Round 0 warms up.
      if (round > 0) rates.push(rate)
    }
    const result = { ours: median(rates.map((rate) => rate.ours)), plain: median(rates.map((rate) => rate.plain)) }
    return { ...result, ratio: median(rates.map((rate) => rate.ours / rate.plain)) }
  } finally {
    await log.close()
    await ours.drop()
    await plain.drop()
  }
}

async function createSchema(url: string): Promise<{ pool: pg.Pool; drop(): Promise<void> }> {
  const name = `bench_${randomBytes(8).toString('hex')}`
  const pool = new pg.Pool({ connectionString: url, max: 1, options: `-c search_path=${name}` })
  await pool.query(`create schema ${name}; ${eventLogSchema}`)
  return {
    pool,
    async drop() {
      await pool.query(`drop schema ${name} cascade`)
      await pool.end()
    },
  }
}

/** Each stream goes on through half of the round's batches, so most appends continue a stream, as conversations do. */
function makeRound(): StreamAppend[][] {
  const prefix = `conversation-${randomUUID()}-${randomUUID()}-`
  const perStream = batchSize / streamsPerBatch
  return Array.from({ length: batchesPerRound }, (_, batch) => {
    const half = batchesPerRound / 2
    return Array.from({ length: streamsPerBatch }, (_, stream) => ({
      streamId: `${prefix}${batch < half ? 'a' : 'b'}${stream}`,
      expectedRevision: (batch % half) * perStream - 1,
      events: Array.from({ length: perStream }, benchEvent),
    }))
  })
}

function toValues(batch: StreamAppend[]): unknown[] {
  return batch.flatMap(({ streamId, expectedRevision, events }) =>
    events.flatMap(({ id, type, schemaVersion, data, metadata }, index) => [
      streamId,
      expectedRevision + 1 + index,
      id,
      type,
      schemaVersion,
      JSON.stringify(data),
      JSON.stringify(metadata),
    ]),
  )
}

async function eventsPerSecond(
  batches: StreamAppend[][],
  write: (batch: StreamAppend[]) => Promise<void>,
): Promise<number> {
  const start = performance.now()
  for (const batch of batches) await write(batch)
  return (batches.length * batchSize) / ((performance.now() - start) / 1000)
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
