import type { Migration } from '../migration.ts'

/**
 * Since when the read models are behind, for the status of each tenant and for the numbers of the whole service. It runs as
 * the role of the workers, like those, and tells one moment. Both may be there: for an hour an edited 0005 made them.
 */
export const migration: Migration = {
  sql: `
-- When the oldest event was recorded that the read models do not show yet; null when there is none.
create or replace function projection_behind_since() returns timestamptz language sql stable security definer
set search_path = public, pg_temp as $$
  with done as (
    -- Zeros in front make an xid8 octal.
    select ('0' || ltrim(split_part(position, '.', 1), '0'))::numeric::text::xid8 as transaction_id,
      split_part(position, '.', 2)::bigint as position
    from checkpoints where projection = 'read-models' and position is not null
  )
  select e.recorded_at from events e
  where (e.transaction_id, e.position) >
    (coalesce((select transaction_id from done), '0'), coalesce((select position from done), 0))
  order by e.transaction_id, e.position limit 1
$$;

create or replace function service_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object(
    'effects', (select coalesce(json_object_agg(state, count), '{}')
      from (select state, count(*) from effects where state <> 'confirmed' group by state) as by_state),
    'oldestWaitingSeconds', (select coalesce(extract(epoch from now() - min(planned_at)), 0)
      from effects where state in ('planned', 'claimed', 'unknown')),
    'integrations', (select coalesce(json_object_agg(status, count), '{}')
      from (select status, count(*) from integrations where not state ? 'deletedAt' group by status) as by_status),
    'failingSides', (select coalesce(json_object_agg(side, count), '{}')
      from (select p.side, count(*) filter (where p.failures >= 3)
        from polls p join integrations i using (tenant_id, integration_id)
        where i.status = 'running' group by p.side) as by_side),
    'oldestLookSeconds', (select coalesce(json_object_agg(side, seconds), '{}')
      from (select p.side, coalesce(extract(epoch from now() - min(p.last_success_at)), 0) as seconds
        from polls p join integrations i using (tenant_id, integration_id)
        where i.status = 'running' group by p.side) as by_side),
    'workers', (select coalesce(json_object_agg(service, count), '{}')
      from (select service, count(*) from workers where expires_at > now() group by service) as by_service),
    'leases', (select coalesce(json_object_agg(service, count), '{}')
      from (select service, count(*) filter (where expires_at > now()) from leases group by service) as by_service),
    -- Counting a table of millions takes seconds; what autovacuum last counted is near enough.
    'conversations', (select greatest(reltuples, 0) from pg_class where oid = 'conversations'::regclass),
    'projectionLagSeconds', coalesce(extract(epoch from now() - projection_behind_since()), 0))
$$;
revoke all on function service_metrics(), projection_behind_since() from public;
grant execute on function service_metrics(), projection_behind_since() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function service_metrics() owner to connector_worker;
alter function projection_behind_since() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
