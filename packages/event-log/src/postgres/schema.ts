import { announceAppends } from './horizon.ts'

/**
 * Table of the PostgreSQL event log (PostgreSQL 14 or later). Idempotent: creates what is missing, changes
 * nothing that is there, grants nothing. An application role needs SELECT and INSERT on `events` and nothing else.
 *
 * - `stream_id` compares by bytes ("C"), the order in which appends lock; it is also cheaper than comparing by
 *   language.
 * - `newest_logged_transaction` is for roles that may not see every event: it is all that `assertLogReadable` asks. Where
 *   row-level security is forced, it must belong to a role that sees them.
 * - `first_recorded_after` is all that they are told of how far behind a reader is.
 * - `transaction_id` is what `readAll` is ordered by and gated on; see horizon.ts, and restored-log.ts for what a dump
 *   does to it.
 * - `events_event_once_per_stream` makes a doubled event an error even if a writer confuses its revisions. Measured on
 *   10^6 events of 100 000 streams with ids of 90 bytes, appending 100 events at a time: 26.7 k events/s with it, 26.4
 *   k without, so it costs only disk, about 150 bytes an event. With the columns in the other order it would cost a
 *   third (17.4 k), because random event ids touch pages all over the index.
 * - `digest` chains the events of a stream (chain.ts); those of before have none.
 */
export const eventLogSchema = `
create table if not exists events (
  position bigint generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  stream_id text collate "C" not null,
  revision integer not null check (revision >= 0),
  event_id uuid not null,
  type text not null,
  schema_version integer not null,
  data jsonb not null,
  metadata jsonb not null,
  recorded_at timestamptz not null default now(),
  constraint events_stream_revision primary key (stream_id, revision),
  constraint events_event_once_per_stream unique (stream_id, event_id)
);
alter table events add column if not exists digest bytea;
create index if not exists events_order on events (transaction_id, position);
create or replace function newest_logged_transaction() returns xid8 language sql stable security definer
  set search_path from current as
  'select transaction_id from events order by transaction_id desc, position desc limit 1';
create or replace function first_recorded_after(of_transaction xid8, of_position bigint) returns timestamptz language sql stable
  security definer set search_path from current as
  'select recorded_at from events where (transaction_id, position) > (of_transaction, of_position)
   order by transaction_id, position limit 1';
${announceAppends}`
