import type { Migration } from '../migration.ts'

/**
 * Times at which this database was restored from a backup. What the outside has seen since the backup is not in the log, so
 * nothing is written until a person confirms, and what is older than the restore is looked up first for ever after.
 */
export const migration: Migration = {
  sql: `
create table restores (
  id            bigint generated always as identity primary key,
  -- The backup was taken then or later: what happened since may have been done and forgotten.
  since         timestamptz not null,
  restored_at   timestamptz not null default now(),
  restored_by   text not null,
  confirmed_at  timestamptz,
  confirmed_by  text,
  check ((confirmed_at is null) = (confirmed_by is null))
);
-- One at a time waits for its person.
create unique index restores_unconfirmed on restores ((true)) where confirmed_at is null;

create function restore_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object('pausedAfterRestore', (select count(*) from restores where confirmed_at is null))
$$;
revoke all on function restore_metrics() from public;
grant execute on function restore_metrics() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function restore_metrics() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
