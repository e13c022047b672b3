import { compareCheckpoints, type EventLog, type RecordedEvent } from '@connector/event-log'
import { keysOf, upsert, type Query, type Row } from '@connector/store'
import { refOf } from './ref-of.ts'

export type Quarantined = Row<'quarantined_streams'>

/** How long until a stream that is set aside is tried again by itself; a newer version tries at its start. */
export const retryAfterMs = 600_000

/** Where a stream stops, and why. */
export function quarantineAt(event: RecordedEvent, error: unknown, now: Date): Quarantined {
  const { tenantId, integrationId, threadId } = refOf(event)
  return {
    tenant_id: tenantId,
    stream_id: event.streamId,
    integration_id: integrationId,
    thread_id: threadId,
    event_id: event.id,
    event_type: event.type,
    schema_version: event.schemaVersion,
    revision: event.revision,
    recorded_at: event.recordedAt,
    reason: error instanceof Error ? error.message : String(error),
    since: now,
    tried_at: now,
  }
}

export const setAside = (db: Query, rows: readonly Quarantined[]): Promise<void> =>
  upsert(db, 'quarantined_streams', keysOf.quarantined_streams, rows)

/** The streams among those of the events that are set aside; nearly always there is none at all. */
export async function setAsideAmong(db: Query, events: readonly RecordedEvent[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('quarantined_streams')
    .select('stream_id')
    .where('stream_id', 'in', [...new Set(events.map(({ streamId }) => streamId))])
    .execute()
  return new Set(rows.map((row) => row.stream_id))
}

/** One whose turn it is: tried longest ago, or asked for by a person. */
export const nextToRetry = (db: Query, before: Date): Promise<Quarantined | undefined> =>
  db
    .selectFrom('quarantined_streams')
    .selectAll()
    .where('tried_at', '<', before)
    .orderBy('tried_at')
    .limit(1)
    .executeTakeFirst()

/** What the read models have left out of a stream, up to where they are with all others. */
export async function leftOut(
  log: EventLog,
  { stream_id: streamId, revision }: Quarantined,
  position: string,
): Promise<RecordedEvent[]> {
  const events = await log.readStream(streamId, revision)
  return events.filter(({ checkpoint }) => compareCheckpoints(checkpoint, position) <= 0)
}

export const takeBack = (db: Query, { tenant_id, stream_id }: Quarantined) =>
  db.deleteFrom('quarantined_streams').where('tenant_id', '=', tenant_id).where('stream_id', '=', stream_id).execute()
