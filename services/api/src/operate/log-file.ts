import { createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { CopyRefused, digestAfter, type Digest, type RecordedEvent, type StoredEvent } from '@connector/event-log'
import { backupTables, readBackup, replaceBackup, type LogPlace, type TableRow } from '@connector/store'
import { z } from 'zod'

/*
 * A log as a file, one JSON document a line: a head, the rows beside the log, every event in the order of all, and an end that
 * says how many there were and their digest. Without its end a file is cut short.
 */

const json: z.ZodType<RecordedEvent['data']> = z.record(z.string(), z.json())

const line = z.union([
  z.object({ log: z.literal('empikplace-thulium-connector'), version: z.literal(1), takenAt: z.iso.datetime() }),
  z.object({ table: z.enum(backupTables), row: z.record(z.string(), z.unknown()) }),
  z.object({
    event: z.object({
      streamId: z.string(),
      revision: z.int().min(0),
      id: z.uuid(),
      type: z.string(),
      schemaVersion: z.int(),
      data: json,
      metadata: json,
      recordedAt: z.iso.datetime(),
      recordedAtMicros: z.string(),
      digest: z.string().optional(),
    }),
  }),
  z.object({ end: z.object({ rows: z.int(), events: z.int(), digest: z.string() }) }),
])
type Line = z.infer<typeof line>

export interface Written {
  takenAt: Date
  rows: number
  events: number
  digest: string
}

const pageSize = 1_000

const isGzip = (path: string): boolean => path.endsWith('.gz')

/** Writes log and rows of a database into a file. */
export async function exportLog(
  { copy, pool }: LogPlace,
  path: string,
  takenAt: Date,
  onPage: (events: number) => void,
): Promise<Written> {
  const written: Written = { takenAt, rows: 0, events: 0, digest: '' }
  async function* lines(): AsyncGenerator<string> {
    const say = (one: object): string => `${JSON.stringify(one)}\n`
    yield say({ log: 'empikplace-thulium-connector', version: 1, takenAt: takenAt.toISOString() })
    for await (const row of readBackup(pool)) {
      written.rows += 1
      yield say(row)
    }
    for (let after: string | undefined; ;) {
      const { events, next } = await copy.read(after, pageSize)
      if (events.length === 0) break
      for (const event of events) yield say({ event: { ...event, checkpoint: undefined } })
      written.digest = events.reduce(digestAfter, written.digest)
      written.events += events.length
      after = next
      onPage(written.events)
    }
    yield say({ end: { rows: written.rows, events: written.events, digest: written.digest } })
  }
  await assertFree(path)
  // Under its own name only once it is whole: one that was killed half-way is in nobody's way, and nobody takes it for a backup.
  const part = `${path}.part-${process.pid}`
  const file = createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true })
  const squeeze = isGzip(path)
    ? createGzip()
    : new Transform({ transform: (chunk, _coding, done) => done(null, chunk) })
  try {
    await pipeline(Readable.from(lines()), squeeze, file)
    await assertFree(path)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return written
}

/** @throws {CopyRefused} where a file is, which might be the only backup */
async function assertFree(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) throw new CopyRefused(`${path} is there already, and no file is overwritten.`)
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  const raw = createReadStream(path)
  const input = isGzip(path) ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => input.destroy(error))
  let number = 0
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      number += 1
      let parsed: z.ZodSafeParseResult<Line>
      try {
        parsed = line.safeParse(JSON.parse(text))
      } catch {
        throw new CopyRefused(`Line ${number} of ${path} is no JSON: the file is damaged or cut short.`)
      }
      if (!parsed.success) throw new CopyRefused(`Line ${number} of ${path} is not what an exported log holds.`)
      yield parsed.data
    }
  } finally {
    raw.destroy()
  }
}

/**
 * Checks a whole file before anything is written: its head, its end, and the digest of its events.
 * @param before what is in the database: the file must begin with the very same events
 */
export async function checkFile(path: string, before: Digest): Promise<Written> {
  let takenAt: Date | undefined
  let end: Extract<Line, { end: object }>['end'] | undefined
  let [rows, events, digest, digestOfBefore] = [0, 0, '', '']
  for await (const one of linesOf(path)) {
    if (end) throw new CopyRefused(`${path} goes on behind its end.`)
    if ('log' in one) takenAt = new Date(one.takenAt)
    else if (!takenAt) throw new CopyRefused(`${path} is no exported log.`)
    else if ('row' in one) rows += 1
    else if ('event' in one) {
      events += 1
      digest = digestAfter(digest, recorded(one.event))
      if (events === before.events) digestOfBefore = digest
    } else end = one.end
  }
  if (!takenAt || !end) throw new CopyRefused(`${path} is cut short: its end is missing.`)
  if (end.rows !== rows || end.events !== events || end.digest !== digest)
    throw new CopyRefused(`${path} was changed: its events do not have the digest that its end tells.`)
  if (before.events > events)
    throw new CopyRefused('The database holds more events than the file. Import into an empty one.')
  if (before.digest !== digestOfBefore)
    throw new CopyRefused('The database held other events before. Import into an empty one.')
  return { takenAt, rows, events, digest }
}

const recorded = ({
  recordedAt,
  metadata,
  digest,
  ...event
}: Extract<Line, { event: object }>['event']): StoredEvent => ({
  ...event,
  metadata: { tenantId: '', ...metadata },
  checkpoint: '',
  recordedAt: new Date(recordedAt),
  digest,
})

/**
 * Writes a file that was checked into a database. Events that are there already stay and all rows beside them are replaced, so
 * one that was cut short is repeated.
 */
export async function importLog(path: string, to: LogPlace, onPage: (events: number) => void): Promise<void> {
  // Nobody opens an event whose key is missing: the keys first.
  await replaceBackup(to.pool, rowsOf(path))
  let [events, done]: [StoredEvent[], number] = [[], 0]
  const flush = async (): Promise<void> => {
    await to.copy.put(events)
    done += events.length
    onPage(done)
    events = []
  }
  for await (const one of linesOf(path)) {
    if ('event' in one) events.push(recorded(one.event))
    if (events.length >= pageSize) await flush()
  }
  if (events.length > 0) await flush()
}

/** The rows beside the log, which stand before the first event. */
async function* rowsOf(path: string): AsyncGenerator<TableRow> {
  for await (const one of linesOf(path)) {
    if ('row' in one) yield one
    else if ('event' in one || 'end' in one) return
  }
}
