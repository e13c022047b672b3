import type { Migration } from '../migration.ts'

/** What the status needs to know who works for a tenant, and how often its sides are looked at. */
export const migration: Migration = {
  sql: `
-- The time between two looks that was in force at the last one, in ms.
alter table polls add column interval_ms int;

-- For one tenant, who may not see the processes: whether one of a service lives, and until when one holds this tenant.
create function workers_of_tenant() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_object_agg(service, json_build_object(
    'isRunning', exists (select from workers w where w.service = s.service and w.expires_at > now()),
    'heldUntil', (select expires_at from leases l
      where l.service = s.service and l.tenant_id = current_setting('app.tenant_id', true))))
  from (values ('ingest'), ('projector')) as s (service)
$$;
revoke all on function workers_of_tenant() from public;
grant execute on function workers_of_tenant() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function workers_of_tenant() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
