import type { Migration } from '../migration.ts'

/** What a look at a Thulium account leaves behind for the next one, and for whoever operates the service. */
export const migration: Migration = {
  sql: `
-- The date of change that, shown again, says that nothing has happened since the reading; null where it cannot say so.
alter table ticket_reads add column unchanged_while timestamptz;
-- Known to have changed, and could not be read so far.
alter table ticket_reads add column owed boolean not null default false;
create index ticket_reads_owed on ticket_reads (tenant_id) where owed;

create table thulium_looks (
  tenant_id        text primary key,
  looked_at        timestamptz not null,
  -- Thulium's clock less ours; null where its answers do not tell the time.
  clock_offset_ms  bigint,
  -- Unchanged tickets whose turn it was and that were not read, and when the one that waits longest was read.
  sweep_waiting    int not null,
  sweep_oldest_at  timestamptz,
  -- Replies that no list had shown when they should have been in one, since the beginning.
  found_late       bigint not null
);

create function look_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object(
    'sweepWaiting', coalesce(sum(sweep_waiting) filter (where recent), 0),
    'sweepOldestSeconds', coalesce(extract(epoch from now() - min(sweep_oldest_at) filter (where recent)), 0),
    'repliesFoundLate', coalesce(sum(found_late), 0),
    'clockOffsetSeconds', coalesce(max(abs(clock_offset_ms)) filter (where recent), 0) / 1000.0)
  -- What is not looked at any more tells nothing of today.
  from (select *, looked_at > now() - interval '1 hour' as recent from thulium_looks) as looks
$$;
revoke all on function look_metrics() from public;
grant execute on function look_metrics() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function look_metrics() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
