/**
 * Two roles, neither of which owns a table: `connector_api` sees one tenant at a time (and none when no tenant is set),
 * `connector_worker` is for ingest and projector, which work for all. Each has a login that may take this role and no
 * other; it inherits nothing, so a session that gives its role back (`set role none`) may do nothing at all. A login has
 * no password until `setLoginPasswords` gives it one. Roles belong to the whole database server and other databases may
 * create them at the same moment, so "exists already" is fine.
 */
export const roles = `
do $$
declare name text;
begin
  foreach name in array array['connector_api', 'connector_worker'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, name, 'member') then
      execute format('grant %I to current_user', name);
    end if;
    begin
      execute format('create role %I login noinherit', name || '_login');
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(name || '_login', name, 'member') then
      execute format('grant %I to %I', name, name || '_login');
    end if;
  end loop;
end $$;
`

/** May blank the texts of events that were written before there were keys, by one function and in no other way. */
export const eraser = `
do $$
begin
  create role connector_eraser nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'connector_eraser', 'member') then
    grant connector_eraser to current_user;
  end if;
end $$;
create or replace function erase_unsealed(of_stream text, of_revision integer, blank jsonb) returns void language sql
  security definer set search_path from current as
  'update events set data = blank
   where stream_id = of_stream and revision = of_revision and digest is null and not (metadata ? ''sealed'')';
`

/** Forces row-level security on every table that has a tenant and hands out rights. Runs after every migration. */
export const secureTenantTables = `
do $$
declare name text;
begin
  execute format('grant usage on schema %I to connector_api, connector_worker', current_schema());
  for name in
    select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('drop policy if exists one_tenant on %I', name);
    execute format('drop policy if exists all_tenants on %I', name);
    -- A missing setting gives null, which equals nothing: no rows.
    execute format(
      'create policy one_tenant on %I to connector_api using (tenant_id = current_setting(''app.tenant_id'', true))', name);
    execute format('create policy all_tenants on %I to connector_worker using (true)', name);
  end loop;
  -- The log knows tenants only by what is written beside each event.
  alter table events enable row level security;
  alter table events force row level security;
  drop policy if exists one_tenant on events;
  drop policy if exists all_tenants on events;
  create policy one_tenant on events to connector_api using (metadata->>'tenantId' = current_setting('app.tenant_id', true));
  create policy all_tenants on events to connector_worker using (true);
  -- The owner sees no event either, so this belongs to a role that does; an owner must be able to create, for a moment.
  execute format('grant create on schema %I to connector_worker', current_schema());
  alter function newest_logged_transaction() owner to connector_worker;
  alter function first_recorded_after(xid8, bigint) owner to connector_worker;
  execute format('revoke create on schema %I from connector_worker', current_schema());
  revoke all on function newest_logged_transaction(), first_recorded_after(xid8, bigint) from public;
  grant execute on function newest_logged_transaction(), first_recorded_after(xid8, bigint) to connector_api, connector_worker;
  -- Whatever has a digest is as it was written.
  drop policy if exists erasing on events;
  create policy erasing on events to connector_eraser using (digest is null) with check (digest is null);
  execute format('grant usage, create on schema %I to connector_eraser', current_schema());
  alter function erase_unsealed(text, integer, jsonb) owner to connector_eraser;
  execute format('revoke create on schema %I from connector_eraser', current_schema());
  revoke all on function erase_unsealed(text, integer, jsonb) from public;
  grant execute on function erase_unsealed(text, integer, jsonb) to connector_worker;
  grant select, update (data) on events to connector_eraser;
  -- Whose an access key is turns out by looking it up, so the one that is named is seen without a tenant.
  drop policy if exists the_named_one on access_keys;
  create policy the_named_one on access_keys for select to connector_api using (
    hash = decode(nullif(current_setting('app.access_key_hash', true), ''), 'hex')
    or id = nullif(current_setting('app.access_key_id', true), '')::uuid);
  drop policy if exists operators_own on access_keys;
  create policy operators_own on access_keys to connector_api using (
    tenant_id is null and current_setting('app.operator', true) = 'yes');
  grant select, insert, update, delete on all tables in schema public to connector_worker;
  -- What happened, happened: events are appended and never changed.
  revoke update, delete, truncate on events from connector_worker;
  revoke update, delete, truncate on audit_entries from connector_worker;
  grant usage on all sequences in schema public to connector_api, connector_worker;
  grant select on all tables in schema public to connector_api;
  grant insert, update on credentials, data_keys to connector_api;
  grant delete on credentials to connector_api;
  grant insert on access_keys, signing_keys, used_launch_links to connector_api;
  grant update (last_used_at, revoked_at) on access_keys to connector_api;
  grant delete on used_launch_links, signing_keys to connector_api;
  grant insert, update, delete on idempotency_keys to connector_api;
  grant insert, update on thulium_webhooks to connector_api;
  -- What the API itself calls: by tenant, and of all together.
  grant insert, update on call_budgets, service_counters to connector_api;
  if to_regclass('call_peaks') is not null then
    grant insert, update on call_peaks to connector_api;
  end if;
  grant insert, update, delete on shop_claims to connector_api;
  grant update (next_at, hinted_at) on polls to connector_api;
  grant update (tried_at) on quarantined_streams to connector_api;
  grant insert on events, audit_entries, conversation_keys to connector_api;
  grant insert, update, delete on alert_targets to connector_api;
  grant insert on alerts, alert_deliveries to connector_api;
  grant delete on alert_deliveries to connector_api;
  grant insert, delete on answer_files to connector_api;
  revoke update, delete on log_signing_keys from connector_worker;
  revoke all on workers, leases, alert_watch, feed_publisher from connector_api;
  revoke insert, update, delete on migrations from connector_api;
  revoke insert, update, delete on migrations from connector_worker;
end $$;
`
