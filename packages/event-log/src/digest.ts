import { createHash } from 'node:crypto'
import type { Json, RecordedEvent } from './port.ts'

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

/** SHA-256 of an event and of all before it; '' before the first. A log keeps no order of keys, so they are sorted. */
export const digestAfter = (before: string, event: RecordedEvent): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        before,
        event.streamId,
        event.revision,
        event.id,
        event.type,
        event.schemaVersion,
        sorted(event.data),
        sorted(event.metadata),
        event.recordedAt.toISOString(),
      ]),
    )
    .digest('hex')
