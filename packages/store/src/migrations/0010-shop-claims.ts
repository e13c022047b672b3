import type { Migration } from '../migration.ts'

/** One shop is connected once in a tenant; the operator sees shops that several tenants have connected. */
export const migration: Migration = {
  sql: `
-- Who is about to give a shop to an integration, or to start one with it. Which integration has a shop stands in the log;
-- a row is here only from the question to the append, so that of two requests at the same moment one comes second.
create table shop_claims (
  tenant_id  text not null,
  shop_id    text not null,
  holder     uuid not null,
  claimed_at timestamptz not null default now(),
  primary key (tenant_id, shop_id)
);

-- 037001 is 37001. A shop of several integrations of one tenant counts for that tenant once.
create function shop_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object('shopsInSeveralTenants', (
    select count(*) from (
      select from integrations where not state ? 'deletedAt' and settings is not null
      group by ltrim(settings->>'shopId', '0') having count(distinct tenant_id) > 1) as shops))
$$;
-- Says whether, and never whose: for a line in the log.
create function shop_is_in_another_tenant(shop text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (
    select from integrations where not state ? 'deletedAt' and ltrim(settings->>'shopId', '0') = ltrim(shop, '0')
      and tenant_id <> current_setting('app.tenant_id', true))
$$;
revoke all on function shop_metrics(), shop_is_in_another_tenant(text) from public;
grant execute on function shop_metrics(), shop_is_in_another_tenant(text) to connector_api;
-- Whoever owns something in a schema must have been allowed to create there.
grant create on schema public to connector_worker;
alter function shop_metrics() owner to connector_worker;
alter function shop_is_in_another_tenant(text) owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
