import type { Checkpoint, EventMetadata, EventPage, RecordedEvent, StreamRead } from '../port.ts'
import { contentDigest } from '../chain.ts'
import type { ChainedPage } from '../port.ts'
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { anotherHistory } from '../another-history.ts'
import { storedText } from '../stored-field.ts'
import { fromJsonText } from './json-text.ts'
import { readHorizon } from './horizon.ts'
import { query, type Connection } from './query.ts'

/** A row as `columns` reads it. */
export interface EventRow {
  position: string
  transaction_id: string
  stream_id: string
  revision: number
  event_id: string
  type: string
  schema_version: number
  data: string
  metadata: string
  recorded_at: Date
}

export const columns = `events.position::text, events.transaction_id::text, events.stream_id, events.revision, events.event_id, events.type,
  events.schema_version, events.data::text, events.metadata::text, events.recorded_at`

// OFFSET 0 keeps the planner from turning one index range per stream into a scan of the whole table.
const readStreamsSql = `
select ${columns}
from unnest($1::text[], $2::integer[]) with ordinality as wanted (stream_id, from_revision, place)
cross join lateral (
  select * from events where events.stream_id = wanted.stream_id and events.revision >= wanted.from_revision
  order by revision
  offset 0
) as events
order by wanted.place, events.revision`

const allSql = (columns: string, from: '>' | '>='): string => `
select ${columns}
from events
where transaction_id < $4::xid8 and (transaction_id, position) ${from} ($1::xid8, $2::bigint)
order by events.transaction_id, events.position
limit $3::integer`

// With the event that was read last in front: it says that this is still the log that was read.
const readAllSql = allSql(columns, '>=')

const readChainSql = allSql(
  `${columns}, events.digest, (extract(epoch from events.recorded_at) * 1000000)::bigint::text as micros`,
  '>',
)

// No id has a tilde, and streams sort by their bytes: an index range.
const streamIdsSql = `
select stream_id from events
where stream_id >= $1 and stream_id < $1 || '~' and revision = 0 and metadata->>'tenantId' = $2`

const headSql = `
select transaction_id::text, position::text as position
from events
where transaction_id < $1::xid8
order by events.transaction_id desc, events.position desc
limit 1`

/** Several streams in one round trip; see `EventLog.readStreams`. */
export async function readStreams(
  connection: Connection,
  requests: readonly StreamRead[],
): Promise<Map<string, RecordedEvent[]>> {
  const found = new Map<string, RecordedEvent[]>(requests.map(({ streamId }) => [streamId, []]))
  if (requests.length === 0) return found
  const rows = await query<EventRow>(connection, {
    name: 'event_log_read_streams',
    text: readStreamsSql,
    values: [requests.map(({ streamId }) => streamId), requests.map(({ fromRevision }) => fromRevision ?? 0)],
  })
  for (const row of rows) found.get(row.stream_id)?.push(toRecordedEvent(row))
  return found
}

/**
 * The horizon may lie behind what was read before: a transaction that took its snapshot earlier announces its append later, by
 * that snapshot. What was read was complete all the same, up to the transaction of the last event and with all of its events.
 */
function later(horizon: string, read: string): string {
  const behindRead = BigInt(read) + 1n
  return BigInt(horizon) > behindRead ? horizon : String(behindRead)
}

/** One page of all events; see `EventLog.readAll`. */
export async function readAll(
  connection: Connection,
  after: Checkpoint | undefined,
  limit: number,
  wants?: (tenantId: string) => boolean,
): Promise<EventPage> {
  const from = after === undefined ? { transactionId: '0', position: '0' } : parseCheckpoint(after)
  const end = later(await readHorizon(connection), from.transactionId)
  const rows = await query<EventRow>(connection, {
    name: 'event_log_read_all',
    text: readAllSql,
    values: [from.transactionId, from.position, after === undefined ? limit : limit + 1, end],
  })
  if (after !== undefined && checkpointOf(rows.shift()) !== after) throw anotherHistory(after)
  const next = checkpointOf(rows.at(-1)) ?? after
  if (!wants) return { events: rows.map(toRecordedEvent), next }
  const wanted = rows.filter(({ metadata }) => wants(storedText(fromJsonText(metadata), 'tenantId')))
  const skipped = rows.length - wanted.length
  return { events: wanted.map(toRecordedEvent), next, ...(skipped > 0 && { skipped }) }
}

const checkpointOf = (row: EventRow | undefined): Checkpoint | undefined =>
  row && formatCheckpoint(row.transaction_id, row.position)

/** See `EventLog.recordedAfter`; by a function, since the role of the API sees no event of all tenants. */
export async function recordedAfter(connection: Connection, after: Checkpoint | undefined): Promise<Date | undefined> {
  const from = after === undefined ? { transactionId: '0', position: '0' } : parseCheckpoint(after)
  const [row] = await query<{ at: Date | null }>(connection, {
    name: 'event_log_recorded_after',
    text: 'select first_recorded_after($1::xid8, $2::bigint) as at',
    values: [from.transactionId, from.position],
  })
  return row?.at ?? undefined
}

/** See `TenantLog.streamIds`. */
export async function streamIds(connection: Connection, prefix: string, tenantId: string): Promise<string[]> {
  const rows = await query<{ stream_id: string }>(connection, { text: streamIdsSql, values: [prefix, tenantId] })
  return rows.map(({ stream_id }) => stream_id)
}

/** As `readAll`, with the digests. */
export async function readChain(
  connection: Connection,
  after: Checkpoint | undefined,
  limit: number,
): Promise<ChainedPage> {
  const from = after === undefined ? { transactionId: '0', position: '0' } : parseCheckpoint(after)
  const rows = await query<EventRow & { digest: Buffer | null; micros: string }>(connection, {
    name: 'event_log_read_chain',
    text: readChainSql,
    values: [from.transactionId, from.position, limit, await readHorizon(connection)],
  })
  const events = rows.map((row) => {
    const event = toRecordedEvent(row)
    return {
      ...event,
      content: contentDigest(event.streamId, event.revision, event),
      digest: row.digest ?? undefined,
      recordedAtMicros: row.micros,
    }
  })
  return { events, next: events.at(-1)?.checkpoint ?? after }
}

/** Where `readAll` ends now; see `EventLog.head`. */
export async function head(connection: Connection): Promise<Checkpoint | undefined> {
  const rows = await query<{ transaction_id: string; position: string }>(connection, {
    name: 'event_log_head',
    text: headSql,
    values: [await readHorizon(connection)],
  })
  const newest = rows[0]
  return newest && formatCheckpoint(newest.transaction_id, newest.position)
}

export function toRecordedEvent(row: EventRow): RecordedEvent {
  return {
    streamId: row.stream_id,
    revision: row.revision,
    checkpoint: formatCheckpoint(row.transaction_id, row.position),
    id: row.event_id,
    type: row.type,
    schemaVersion: row.schema_version,
    data: fromJsonText(row.data),
    metadata: fromJsonText(row.metadata) as EventMetadata,
    recordedAt: row.recorded_at,
  }
}
