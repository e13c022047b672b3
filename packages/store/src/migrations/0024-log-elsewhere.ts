import type { Migration } from '../migration.ts'

/**
 * How far the read models are behind is asked of the log, which need not be in this database (`createBehindSince`), and no
 * longer read off its table here. What these functions put there is overwritten by whoever calls them; services of the
 * version before tell no lag while they are replaced.
 */
export const migration: Migration = {
  sql: `
create or replace function projection_behind_since() returns timestamptz language sql immutable as $$
  select null::timestamptz
$$;

-- Where the log is: 'postgres', or 'eventstore:' and the prefix of its streams. Whoever writes first says so, and services that
-- are set otherwise do not start, or there would be two logs.
create table log_home (
  one   boolean primary key default true check (one),
  home  text not null
);
`,
}
