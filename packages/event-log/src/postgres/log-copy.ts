import type { LogCopy, StoredEvent } from '../port.ts'
import type { ChainedEvent } from '../port.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { toJsonText } from './json-text.ts'
import { query, type Connection } from './query.ts'
import { columns, readChain, toRecordedEvent, type EventRow } from './read.ts'

// In one statement, so in one transaction: its events have one transaction id, and stand in the order of their positions.
const putSql = `
insert into events (stream_id, revision, event_id, type, schema_version, data, metadata, digest, recorded_at)
select stream_id, revision, event_id, type, schema_version, data, metadata, decode(digest, 'hex'),
  timestamptz 'epoch' + micros * interval '1 microsecond'
from unnest(
  $1::text[], $2::integer[], $3::uuid[], $4::text[], $5::integer[], $6::jsonb[], $7::jsonb[], $8::text[], $9::bigint[]
) with ordinality as put (stream_id, revision, event_id, type, schema_version, data, metadata, digest, micros, place)
order by place
on conflict (stream_id, revision) do nothing`

const lastSql = `select ${columns} from events order by events.transaction_id desc, events.position desc limit 1`

const atSql = `select ${columns} from events where transaction_id = $1::xid8 and position = $2::bigint`

const toArrays = (events: readonly StoredEvent[]): unknown[] => [
  events.map(({ streamId }) => streamId),
  events.map(({ revision }) => revision),
  events.map(({ id }) => id),
  events.map(({ type }) => type),
  events.map(({ schemaVersion }) => schemaVersion),
  events.map(({ data }) => toJsonText(data)),
  events.map(({ metadata }) => toJsonText(metadata)),
  events.map(({ digest }) => digest ?? null),
  events.map(({ recordedAtMicros }) => recordedAtMicros),
]

const storedEvent = ({
  streamId,
  revision,
  checkpoint,
  id,
  type,
  schemaVersion,
  ...event
}: ChainedEvent): StoredEvent => ({
  ...{ streamId, revision, checkpoint, id, type, schemaVersion },
  ...{ data: event.data, metadata: event.metadata, recordedAt: event.recordedAt },
  ...{ recordedAtMicros: event.recordedAtMicros, digest: event.digest?.toString('hex') },
})

/** @param connection to a database with `eventLogSchema`, as a role that sees every event */
export const createPostgresLogCopy = (connection: Connection): LogCopy => ({
  async read(after, limit) {
    const { events, next } = await readChain(connection, after, limit)
    return { events: events.map(storedEvent), next }
  },
  async put(events) {
    if (events.length === 0) return
    await query(connection, { name: 'event_log_put', text: putSql, values: toArrays(events) })
  },
  async at(checkpoint) {
    const { transactionId, position } = parseCheckpoint(checkpoint)
    const [row] = await query<EventRow>(connection, { text: atSql, values: [transactionId, position] })
    return row && toRecordedEvent(row)
  },
  async last() {
    const [row] = await query<EventRow>(connection, { name: 'event_log_last', text: lastSql })
    return row && toRecordedEvent(row)
  },
})
