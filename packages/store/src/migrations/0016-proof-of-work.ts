import type { Migration } from '../migration.ts'

/** What the status needs to know who works for a tenant, and how often its sides are looked at. */
export const migration: Migration = {
  sql: `
-- The time between two looks that was in force at the last one, in ms.
alter table polls add column interval_ms int;
-- How long a lease lasts where it was taken, in ms: so long may nobody have noticed that its owner died.
alter table leases add column ttl_ms int;

-- Whether a process of each service lives, and for how long one still holds this tenant, in ms; below zero when it died. A
-- span, since whoever asks may have another clock.
create function workers_of(tenant text) returns json language sql stable set search_path = public, pg_temp as $$
  select json_object_agg(service, json_build_object(
    'isRunning', exists (select from workers w where w.service = s.service and w.expires_at > now()),
    'heldForMs', (select extract(epoch from expires_at - now()) * 1000 from leases l
      where l.service = s.service and l.tenant_id = tenant),
    'leaseMs', (select ttl_ms from leases l where l.service = s.service and l.tenant_id = tenant)))
  from (values ('ingest'), ('projector')) as s (service)
$$;
-- For one tenant, who may not see the processes.
create function workers_of_tenant() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select workers_of(current_setting('app.tenant_id', true))
$$;
create function read_models_are_rebuilding() returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce(bool_and(rebuild_until is not null and coalesce(position, '') collate "C" < rebuild_until), true)
  from checkpoints where projection = 'read-models'
$$;
revoke all on function workers_of(text), workers_of_tenant(), read_models_are_rebuilding() from public;
grant execute on function workers_of_tenant(), read_models_are_rebuilding() to connector_api;
grant execute on function workers_of(text), read_models_are_rebuilding() to connector_worker;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function workers_of_tenant() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
