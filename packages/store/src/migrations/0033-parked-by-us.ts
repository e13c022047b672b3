import type { Migration } from '../migration.ts'

/** The overview of all tenants tells writes that wait because of a fault of ours from those that others refused. */
export const migration: Migration = {
  sql: `
create or replace function tenants_overview(after_tenant text, search text, most int) returns setof json language sql stable security definer
set search_path = public, pg_temp as $$
  with shown as (
    select t.tenant_id from tenants t
    where current_setting('app.operator', true) = 'yes' and t.tenant_id > after_tenant
      and not exists (select from tenant_rests r where r.tenant_id = t.tenant_id and r.state = 'deleted')
      and (search = '' or strpos(t.tenant_id, lower(search)) > 0 or exists (
        select from integrations i where i.tenant_id = t.tenant_id and not i.state ? 'deletedAt'
          and (strpos(lower(i.settings->>'name'), lower(search)) > 0 or i.settings->>'shopId' = search)))
    order by t.tenant_id limit most
  ), service as materialized (
    -- The same for all of them, and asked once.
    select read_models_are_rebuilding() as rebuilding, projection_behind_since() as behind_since,
      (select json_build_object('since', since, 'at', restored_at) from restores where confirmed_at is null) as restore
  ), open as (
    select tenant_id, integration_id, count(*) filter (where state = 'parked') as parked,
      count(*) filter (where state = 'parked' and parked_code = 'effect.own_fault') as parked_by_us,
      min(planned_at) filter (where state <> 'parked') as waiting_at,
      min(coalesce(parked_at, planned_at)) filter (where state = 'parked') as parked_at,
      (array_agg(json_build_object('kind', kind, 'class', failure_class) order by coalesce(parked_at, claimed_at, planned_at) desc)
        filter (where failure_class is not null))[1] as failure
    from effects where state <> 'confirmed' and tenant_id in (select tenant_id from shown) group by 1, 2
  ), looks as (
    select tenant_id, integration_id, json_object_agg(side, json_build_object('lastSuccessAt', last_success_at,
      'nextAt', next_at, 'intervalMs', interval_ms, 'failures', failures, 'failureClass', failure_class)) as polls
    from polls where tenant_id in (select tenant_id from shown) group by 1, 2
  ), aside as (
    select tenant_id, integration_id, count(*) as streams, min(since) as since from quarantined_streams group by 1, 2
  ), shops as (
    select i.tenant_id, json_agg(json_build_object('integrationId', i.integration_id, 'status', i.status,
      'statusSince', i.state->'statusSince', 'missingFields', i.state->'missingFields', 'rejections', i.state->'rejections',
      'polls', l.polls, 'parked', coalesce(o.parked, 0), 'parkedByUs', coalesce(o.parked_by_us, 0),
      'oldestWaitingAt', o.waiting_at, 'oldestParkedAt', o.parked_at,
      'lastFailure', o.failure,
      'quarantined', (select coalesce(sum(streams), 0) from aside a
        where a.tenant_id = i.tenant_id and a.integration_id in ('', i.integration_id)),
      'quarantinedSince', (select min(since) from aside a
        where a.tenant_id = i.tenant_id and a.integration_id in ('', i.integration_id))) order by i.integration_id) as facts
    from integrations i left join open o using (tenant_id, integration_id) left join looks l using (tenant_id, integration_id)
    where i.tenant_id in (select tenant_id from shown) and i.settings is not null and not i.state ? 'deletedAt'
    group by 1
  )
  select json_build_object('tenantId', s.tenant_id, 'integrations', coalesce(f.facts, '[]'),
    'paused', (select json_build_object('reason', r.reason, 'since', r.since) from tenant_rests r
      where r.tenant_id = s.tenant_id and r.state = 'paused'),
    'workers', workers_of(s.tenant_id), 'isRebuilding', v.rebuilding, 'restore', v.restore,
    'unprojectedSince', v.behind_since)
  from shown s cross join service v left join shops f using (tenant_id) order by s.tenant_id
$$;
`,
}
