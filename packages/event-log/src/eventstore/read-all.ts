import { anotherHistory } from '../another-history.ts'
import type { Checkpoint } from '../port.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { StoredRecord } from './client.ts'
import type { Connection } from './connection.ts'
import { decode, type DecodedEvent } from './encode.ts'
import { meaningOf } from './errors.ts'

/** Records in one call: 0.4 s at the 2 500 a second that the client reads, far from the deadline of 4 s. */
const mostRecords = 1_000

/** Fewer are not worth a call, since the server mixes records of its own and of others into ours. */
const fewestRecords = 100

/** Asked for beyond what is wanted: the server's figures about itself stand among ours, and a second call costs as much as 100 records. */
const spareShare = 0.02

interface DecodedPage {
  events: DecodedEvent[]
  next: Checkpoint | undefined
}

export interface AllReader {
  /** @throws {LogNotReadable} where the event of the checkpoint is not in the log */
  page(after: Checkpoint | undefined, limit: number): Promise<DecodedPage>
  /** The event of a checkpoint; undefined if it is not in the log. */
  at(checkpoint: Checkpoint): Promise<DecodedEvent | undefined>
  /** The newest event of ours. */
  newest(): Promise<DecodedEvent | undefined>
}

/** Reads what is ours among all that the server has, in its order; the given client knows no filter for that. */
export function createAllReader(connection: Connection, prefix: string): AllReader {
  const isOurs = ({ streamName }: StoredRecord): boolean => streamName.startsWith(prefix)

  /** Behind this checkpoint came nothing of ours up to this record, so a reader that waits need not see the rest each time. */
  let passed: { after: Checkpoint | undefined; upTo: StoredRecord } | undefined

  const read = (from: bigint | 'start', limit: number): Promise<StoredRecord[]> =>
    connection.use((client) => client.readAll(from, limit, 'forwards'))

  /** All after one record, which must be there. */
  async function recordsAfter(
    known: { position: bigint; id: string },
    limit: number,
  ): Promise<StoredRecord[] | undefined> {
    try {
      const [first, ...rest] = await read(known.position, limit + 1)
      return first?.position === known.position && first.id === known.id ? rest : undefined
    } catch (error) {
      if (meaningOf(error) === 'bad-position') return undefined
      throw error
    }
  }

  async function firstRecords(after: Checkpoint | undefined, limit: number): Promise<StoredRecord[]> {
    const upTo = passed?.after === after ? passed?.upTo : undefined
    if (upTo) {
      const rest = await recordsAfter(upTo, limit)
      if (rest) return rest
      // Restored meanwhile; the checkpoint itself tells whether it matters.
      passed = undefined
    }
    if (after === undefined) return read('start', limit)
    const rest = await recordsAfter(parseCheckpoint(after), limit)
    if (!rest) throw anotherHistory(after)
    return rest
  }

  return {
    async page(after, limit) {
      const wanted = Math.min(mostRecords, Math.max(fewestRecords, limit))
      const found: StoredRecord[] = []
      let asked = wanted + Math.ceil(wanted * spareShare)
      let records = await firstRecords(after, asked)
      let last = records.at(-1)
      for (;;) {
        const ours = records.filter(isOurs)
        found.push(...ours)
        if (found.length >= limit || records.length < asked || !last) break
        // Among much of others, few are found by small steps: before our first one there may be a million of theirs. Where few of
        // theirs are among ours, as the server's own always are, a whole page more would be read and thrown away.
        const share = ours.length / records.length
        asked = Math.min(mostRecords, Math.max(fewestRecords, Math.ceil((limit - found.length) / share)))
        const more = await recordsAfter(last, asked)
        // The server lost what it has just shown: only a restore does that, and the next call sees it.
        if (!more) break
        records = more
        last = records.at(-1) ?? last
      }
      const events = found.slice(0, limit).map((record) => decode(record, prefix))
      const next = events.at(-1)?.event.checkpoint ?? after
      if (found.length <= limit && last && !isOurs(last)) passed = { after: next, upTo: last }
      return { events, next }
    },

    async at(checkpoint) {
      const { position, id } = parseCheckpoint(checkpoint)
      const [record] = await read(position, 1)
      return record?.id === id && isOurs(record) ? decode(record, prefix) : undefined
    },

    async newest() {
      let from: bigint | 'end' = 'end'
      for (;;) {
        const at: bigint | 'end' = from
        const asked = at === 'end' ? fewestRecords : mostRecords
        const records: StoredRecord[] = await connection.use((client) => client.readAll(at, asked, 'backwards'))
        const ours = records.find(isOurs)
        if (ours) return decode(ours, prefix)
        const oldest = records.at(-1)
        if (!oldest || oldest.position === from) return undefined
        from = oldest.position
      }
    },
  }
}
