import pg from 'pg'
import type { Appended, StreamAppend } from '../port.ts'
import { contentDigest } from '../chain.ts'
import { toJsonText } from './json-text.ts'
import { query, type Connection } from './query.ts'

/** `recorded_at` of what the statement inserts, as chain.ts has it. */
const microsOfNow = `convert_to((extract(epoch from now()) * 1000000)::bigint::text, 'UTF8')`

// One statement, so one round trip and one transaction. What it must guard against:
// - a stream that has moved on or has a gap: its head, read once per stream, differs from what was expected. Then
//   nothing is inserted into it and the answer names it. LATERAL with LIMIT keeps this an index lookup whatever the
//   planner believes about the table's size.
// - a writer that commits between that look and the insert: the primary key raises 23505. No ON CONFLICT, it would hide
//   that; the whole statement has written nothing then, and is sent again.
// - two batches with the same streams in opposite order: everyone inserts in the same byte order, so they queue instead
//   of deadlocking.
// Each event gets the digest of itself, its time and the digest before it (chain.ts). The first of a stream follows the
// head that was read anyway; a batch has few events of one stream, so the recursion is as short.
const appendSql = `
with recursive heads as materialized (
  select expected.stream_id, expected.revision, head.revision as found, head.digest
  from unnest($1::text[], $2::integer[]) as expected (stream_id, revision)
  left join lateral (
    select revision, digest from events where events.stream_id = expected.stream_id order by revision desc limit 1
  ) as head on true
), conflicts as materialized (
  select stream_id from heads where coalesce(found, -1) <> revision
), added as materialized (
  select * from unnest(
    $3::text[], $4::integer[], $5::uuid[], $6::text[], $7::integer[], $8::jsonb[], $9::jsonb[], $10::bytea[]
  ) as added (stream_id, revision, event_id, type, schema_version, data, metadata, content)
), chained as (
  select stream_id, revision, digest from heads
  union all
  select added.stream_id, added.revision, sha256(coalesce(chained.digest, '') || added.content || ${microsOfNow})
  from chained join added on added.stream_id = chained.stream_id and added.revision = chained.revision + 1
), inserted as (
  insert into events (stream_id, revision, event_id, type, schema_version, data, metadata, digest)
  select stream_id, revision, event_id, type, schema_version, data, metadata, chained.digest
  from added join chained using (stream_id, revision)
  where stream_id not in (select stream_id from conflicts)
  order by stream_id collate "C", revision
)
select stream_id from conflicts`

/** Races are lost one after the other only where many writers are at the same streams. */
const attempts = 3

/** Writes a checked batch; see `StreamLog.append`. */
export async function appendBatch(connection: Connection, batch: readonly StreamAppend[]): Promise<Appended[]> {
  // Somebody who was faster makes the database refuse the whole statement; at the next look his stream is a plain conflict.
  for (let attempt = 1; attempt <= attempts && batch.length > 1; attempt++) {
    const results = await tryBatch(connection, batch)
    if (results !== 'race lost') return results
  }
  const results: Appended[] = []
  for (const one of batch) {
    const result = await tryBatch(connection, [one])
    results.push(result === 'race lost' ? 'conflict' : (result[0] ?? 'conflict'))
  }
  return results
}

async function tryBatch(connection: Connection, batch: readonly StreamAppend[]): Promise<Appended[] | 'race lost'> {
  try {
    const rows = await query<{ stream_id: string }>(connection, {
      name: 'event_log_append',
      text: appendSql,
      values: toArrays(batch),
    })
    const conflicts = new Set(rows.map((row) => row.stream_id))
    return batch.map(({ streamId }) => (conflicts.has(streamId) ? 'conflict' : 'appended'))
  } catch (error) {
    // 23505: at this revision, or with this id, somebody has written meanwhile. 40001 comes only where the database's default
    // isolation was raised, and means the same.
    if (error instanceof pg.DatabaseError && (error.code === '23505' || error.code === '40001')) return 'race lost'
    throw error
  }
}

function toArrays(batch: readonly StreamAppend[]): unknown[] {
  const events = batch.flatMap(({ streamId, expectedRevision, events }) =>
    events.map((event, index) => ({ event, streamId, revision: expectedRevision + 1 + index })),
  )
  return [
    batch.map((stream) => stream.streamId),
    batch.map((stream) => stream.expectedRevision),
    events.map(({ streamId }) => streamId),
    events.map(({ revision }) => revision),
    events.map(({ event }) => event.id),
    events.map(({ event }) => event.type),
    events.map(({ event }) => event.schemaVersion),
    events.map(({ event }) => toJsonText(event.data)),
    events.map(({ event }) => toJsonText(event.metadata)),
    events.map(({ event, streamId, revision }) => contentDigest(streamId, revision, event)),
  ]
}
