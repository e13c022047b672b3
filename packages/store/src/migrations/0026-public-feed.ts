import type { Migration } from '../migration.ts'

/**
 * The public feed on NATS: how far it is, and which process publishes it. Nothing of it is in the log. And the trace that an effect
 * belongs to, which is the one of the event that asked for it; earlier events have none.
 */
export const migration: Migration = {
  sql: `
alter table effects add column traceparent text;

create table feed_publisher (
  one           boolean primary key default true check (one),
  owner         text,
  expires_at    timestamptz not null,
  -- The newest event that NATS has acknowledged, or the end of the log when the feed began; null: it never began.
  position      text,
  -- When its process last looked; null while the settings want no feed.
  looked_at     timestamptz,
  -- When the oldest event that is not published was recorded; null when there is none.
  behind_since  timestamptz
);
insert into feed_publisher (expires_at) values ('-infinity');

create function feed_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object('feedBehindSeconds', (
    select coalesce(greatest(extract(epoch from now() - behind_since),
      -- Nobody publishes: a process looks every 10 s.
      case when looked_at < now() - interval '1 minute' then extract(epoch from now() - looked_at) end), 0)
    from feed_publisher where looked_at is not null))
$$;
revoke all on function feed_metrics() from public;
grant execute on function feed_metrics() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function feed_metrics() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
