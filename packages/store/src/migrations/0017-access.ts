import type { Migration } from '../migration.ts'

/** Who may do what, who did it, and tenants that rest or are gone. */
export const migration: Migration = {
  sql: `
-- The key that a key was made with; null for one made by a command, and for those from before.
alter table access_keys add column made_by uuid;

-- Who made keys and links, changed something, or read what is personal. Lines are added and never changed. It is not made
-- from the log, so it is to be backed up with it.
create table audit_entries (
  tenant_id       text not null,
  entry_id        bigint generated always as identity,
  at              timestamptz not null,
  kind            text not null,
  -- Null where a signed link was the credential.
  key_id          text,
  key_name        text,
  credential      text not null,
  address         text not null,
  request_id      text not null,
  integration_id  text,
  thread_id       text,
  -- Id of the key or link, key of the write, or name of the file.
  subject         text,
  primary key (tenant_id, entry_id)
);
create index audit_entries_by_time on audit_entries (tenant_id, at desc, entry_id desc);

-- Tenants that rest or are gone, or did once. Made from the log, as read models are.
create table tenant_rests (
  tenant_id  text primary key,
  state      text not null check (state in ('working', 'paused', 'deleted')),
  reason     text,
  since      timestamptz not null
);

-- How all tenants are doing, as facts, in one statement. The API sees one tenant at a time, so it runs as the role of the
-- workers, and gives nothing but to the operator. At most that many; null for all, where what is asked for is decided elsewhere.
create function tenants_overview(after_tenant text, search text, most int) returns setof json language sql stable security definer
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
      'polls', l.polls, 'parked', coalesce(o.parked, 0), 'oldestWaitingAt', o.waiting_at, 'oldestParkedAt', o.parked_at,
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
-- What ingest and projector count, added up over all processes and restarts: outside calls, outcomes of effects.
create table service_counters (
  name    text not null,
  labels  jsonb not null,
  value   double precision not null,
  primary key (name, labels)
);

alter table workers add column pool_total int not null default 0, add column pool_idle int not null default 0,
  add column pool_waiting int not null default 0;

create function pool_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object('pools', (
    select coalesce(json_object_agg(service, counts), '{}')
    from (select service, json_build_object('total', sum(pool_total), 'idle', sum(pool_idle), 'waiting', sum(pool_waiting))
        as counts from workers where expires_at > now() group by service) as by_service))
$$;

revoke all on function tenants_overview(text, text, int), pool_metrics() from public;
grant execute on function tenants_overview(text, text, int), pool_metrics() to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function tenants_overview(text, text, int) owner to connector_worker;
alter function pool_metrics() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
