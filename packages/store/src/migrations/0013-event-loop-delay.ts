import type { Migration } from '../migration.ts'

/** How long one calculation kept a process from everything else: ingest and projector have no port to be asked at. */
export const migration: Migration = {
  sql: `
alter table workers add column loop_delay_ms int not null default 0;

create function worker_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object('loopDelaySeconds', (
    select coalesce(json_object_agg(service, longest / 1000.0), '{}')
    from (select service, max(loop_delay_ms) as longest from workers where expires_at > now() group by service) as by_service))
$$;
revoke all on function worker_metrics() from public;
grant execute on function worker_metrics() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function worker_metrics() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
