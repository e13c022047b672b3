import type { Migration } from '../migration.ts'

/**
 * The overview of all tenants is asked for a page of them after the other, every fifteen seconds, by the watch for alerts. Each page
 * read whole tables to hash them, so that a round cost by the square of the tenants. Now each tenant's rows are found by their keys.
 */
export const migration: Migration = {
  sql: `
create or replace function tenants_overview(after_tenant text, search text, most int) returns setof json language sql stable security definer
set search_path = public, pg_temp as $$
  with shown as materialized (
    select t.tenant_id from tenants t
    where current_setting('app.operator', true) = 'yes' and t.tenant_id > after_tenant
      and (select r.state from tenant_rests r where r.tenant_id = t.tenant_id) is distinct from 'deleted'
      and (search = '' or strpos(t.tenant_id, lower(search)) > 0 or exists (
        select from integrations i where i.tenant_id = t.tenant_id and not i.state ? 'deletedAt'
          and (strpos(lower(i.settings->>'name'), lower(search)) > 0 or i.settings->>'shopId' = search)))
    order by t.tenant_id limit most
  ), service as materialized (
    -- The same for all of them, and asked once.
    select read_models_are_rebuilding() as rebuilding, projection_behind_since() as behind_since,
      (select json_build_object('since', since, 'at', restored_at) from restores where confirmed_at is null) as restore,
      exists (select from workers w where w.service = 'ingest' and w.expires_at > now()) as ingest_runs,
      exists (select from workers w where w.service = 'projector' and w.expires_at > now()) as projector_runs
  ), aside as materialized (
    select tenant_id, integration_id, count(*) as streams, min(since) as since from quarantined_streams group by 1, 2
  )
  select json_build_object('tenantId', s.tenant_id, 'integrations', coalesce((
    select json_agg(json_build_object('integrationId', i.integration_id, 'status', i.status,
      'statusSince', i.state->'statusSince', 'missingFields', i.state->'missingFields', 'rejections', i.state->'rejections',
      'polls', (select json_object_agg(side, json_build_object('lastSuccessAt', last_success_at, 'nextAt', next_at,
          'intervalMs', interval_ms, 'failures', failures, 'failureClass', failure_class))
        from polls p where p.tenant_id = i.tenant_id and p.integration_id = i.integration_id),
      'parked', o.parked, 'parkedByUs', o.parked_by_us, 'oldestWaitingAt', o.waiting_at, 'oldestParkedAt', o.parked_at,
      'lastFailure', o.failure,
      'quarantined', (select coalesce(sum(streams), 0) from aside a
        where a.tenant_id = i.tenant_id and a.integration_id in ('', i.integration_id)),
      'quarantinedSince', (select min(since) from aside a
        where a.tenant_id = i.tenant_id and a.integration_id in ('', i.integration_id))) order by i.integration_id)
    from integrations i cross join lateral (
      select count(*) filter (where state = 'parked') as parked,
        count(*) filter (where state = 'parked' and parked_code = 'effect.own_fault') as parked_by_us,
        min(planned_at) filter (where state <> 'parked') as waiting_at,
        min(coalesce(parked_at, planned_at)) filter (where state = 'parked') as parked_at,
        (array_agg(json_build_object('kind', kind, 'class', failure_class) order by coalesce(parked_at, claimed_at, planned_at) desc)
          filter (where failure_class is not null))[1] as failure
      from effects e where e.state <> 'confirmed' and e.tenant_id = i.tenant_id and e.integration_id = i.integration_id) o
    where i.tenant_id = s.tenant_id and i.settings is not null and not i.state ? 'deletedAt'), '[]'),
    'paused', (select json_build_object('reason', r.reason, 'since', r.since) from tenant_rests r
      where r.tenant_id = s.tenant_id and r.state = 'paused'),
    'workers', (select json_build_object(
        'ingest', json_build_object('isRunning', v.ingest_runs, 'heldForMs', extract(epoch from n.expires_at - now()) * 1000,
          'leaseMs', n.ttl_ms),
        'projector', json_build_object('isRunning', v.projector_runs, 'heldForMs', extract(epoch from p.expires_at - now()) * 1000,
          'leaseMs', p.ttl_ms))
      from (values (true)) as one
      left join leases n on n.service = 'ingest' and n.tenant_id = s.tenant_id
      left join leases p on p.service = 'projector' and p.tenant_id = s.tenant_id),
    'isRebuilding', v.rebuilding, 'restore', v.restore, 'unprojectedSince', v.behind_since)
  from shown s cross join service v order by s.tenant_id
$$;
`,
}
