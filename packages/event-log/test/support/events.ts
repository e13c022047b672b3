import { randomUUID } from 'node:crypto'
import {
  noStream,
  type Checkpoint,
  type EventLog,
  type JsonObject,
  type NewEvent,
  type RecordedEvent,
  type StreamAppend,
} from '../../src/index.ts'
import { until } from '@connector/test-kit'

/** A well-formed event that nobody has appended. */
export function newEvent(data: JsonObject = { text: 'Dzień dobry' }): NewEvent {
  return { id: randomUUID(), type: 'MessageReceived', schemaVersion: 1, data, metadata: { tenantId: 'tenant-1' } }
}

/** An append of fresh events to a stream that has none. */
export function opening(streamId: string, count = 1): StreamAppend {
  return { streamId, expectedRevision: noStream, events: Array.from({ length: count }, () => newEvent()) }
}

/** Stream ids that no other test uses. */
export function freshStreams(): (name: string | number) => string {
  const prefix = `contract-${randomUUID()}-`
  return (name) => prefix + String(name)
}

/**
 * Reads all events page by page from a checkpoint until `count` of those wanted have come. Waits when there are none,
 * because appends under way hold newer events back.
 */
export async function follow(
  log: EventLog,
  options: {
    after?: Checkpoint | undefined
    count: number
    limit?: number
    wanted: (event: RecordedEvent) => boolean
  },
): Promise<RecordedEvent[]> {
  const { count, limit = 100, wanted } = options
  const found: RecordedEvent[] = []
  let after = options.after
  await until(`${count} events`, async () => {
    // No pause between pages that hold something, so that the reader stays at the tail.
    for (;;) {
      const page = await log.readAll(after, limit)
      after = page.next
      found.push(...page.events.filter(wanted))
      if (found.length >= count) return true
      if (page.events.length === 0) return undefined
    }
  })
  return found
}
