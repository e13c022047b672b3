import { createHash } from 'node:crypto'
import type { ChainedEvent, Json, NewEvent } from './port.ts'

const sorted = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key] ?? null)]),
        )
      : value

/** Of an event by itself, in its place; a log keeps no order of keys, so they are sorted. */
export const contentDigest = (streamId: string, revision: number, event: NewEvent): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        streamId,
        revision,
        event.id,
        event.type,
        event.schemaVersion,
        sorted(JSON.parse(JSON.stringify(event.data)) as Json),
        sorted(JSON.parse(JSON.stringify(event.metadata)) as Json),
      ]),
    )
    .digest()

/** What an append writes beside an event; the database does the same, since it alone knows the time. */
export const chainDigest = (before: Buffer | undefined, content: Buffer, recordedAtMicros: string): Buffer =>
  createHash('sha256')
    .update(before ?? Buffer.alloc(0))
    .update(content)
    .update(recordedAtMicros)
    .digest()

/** Whether the stored digest is the one that follows from the event and the one before it. */
export const isChained = (event: ChainedEvent, before: Buffer | undefined): boolean =>
  event.digest?.equals(chainDigest(before, event.content, event.recordedAtMicros)) ?? false
