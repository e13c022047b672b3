import type { Migration } from '../migration.ts'

/**
 * Telling people that something is wrong and that it is over. None of it is made from the log: where people are told and what
 * they were told is to be backed up with it. What is told to the operator has the tenant `*`.
 */
export const migration: Migration = {
  sql: `
-- Who is told: an address of a web hook or of a mailbox. Secrets of web hooks are in \`credentials\`.
create table alert_targets (
  tenant_id        text not null,
  target_id        uuid not null,
  channel          text not null check (channel in ('webhook', 'email')),
  name             text not null,
  address          text not null,
  -- Of the texts of a mail; a web hook gets both.
  language         text not null check (language in ('pl', 'en')),
  -- Empty for all kinds.
  kinds            text[] not null,
  created_at       timestamptz not null,
  disabled_at      timestamptz,
  disabled_because text check (disabled_because in ('person', 'failures', 'gone')),
  -- Since when nothing but failures; null after a success.
  failing_since    timestamptz,
  last_success_at  timestamptz,
  primary key (tenant_id, target_id)
);

-- What people were told of; open until it is over.
create table alert_incidents (
  tenant_id       text not null,
  incident_id     uuid not null,
  integration_id  text not null,
  kind            text not null,
  subject         text not null,
  since           timestamptz not null,
  opened_at       timestamptz not null,
  count           int not null,
  told_count      int not null,
  clear_since     timestamptz,
  over_at         timestamptz,
  primary key (tenant_id, incident_id)
);
-- One incident of a kind in a place at a time, whoever writes it.
create unique index alert_incidents_open on alert_incidents (tenant_id, integration_id, kind, subject) where over_at is null;

create table alerts (
  tenant_id       text not null,
  alert_id        uuid not null,
  incident_id     uuid,
  integration_id  text not null,
  at              timestamptz not null,
  content         jsonb not null,
  -- The cap kept it from being sent; told_at is when somebody was told that some were left out.
  left_out        boolean not null,
  told_at         timestamptz,
  primary key (tenant_id, alert_id)
);
create index alerts_by_time on alerts (tenant_id, at desc, alert_id desc);
create index alerts_left_out on alerts (at) where left_out and told_at is null;

-- The outbox: one row for each alert and target, and one more for each time it is sent again by hand.
create table alert_deliveries (
  tenant_id      text not null,
  delivery_id    uuid not null,
  target_id      uuid not null,
  alert_id       uuid not null,
  state          text not null check (state in ('waiting', 'delivered', 'failed')),
  created_at     timestamptz not null,
  attempts       int not null default 0,
  next_at        timestamptz not null,
  -- Who is sending it, until when; afterwards somebody else sends it again, with the same id.
  claimed_by     text,
  claimed_until  timestamptz,
  last_at        timestamptz,
  last_status    int,
  last_failure   text,
  primary key (tenant_id, delivery_id)
);
create index alert_deliveries_due on alert_deliveries (next_at) where state = 'waiting';
create index alert_deliveries_by_time on alert_deliveries (tenant_id, target_id, created_at desc, delivery_id desc);

-- Which process looks for what people are to be told; one at a time.
create table alert_watch (
  one         boolean primary key default true check (one),
  owner       text,
  expires_at  timestamptz not null,
  looked_at   timestamptz
);
insert into alert_watch (expires_at) values ('-infinity');

create function alert_metrics() returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object(
    'alertDeliveriesWaiting', (select count(*) from alert_deliveries where state = 'waiting'),
    'oldestUndeliveredSeconds', (select coalesce(extract(epoch from now() - min(created_at)), 0)
      from alert_deliveries where state = 'waiting'),
    'alertTargetsDisabled', (select count(*) from alert_targets where disabled_because in ('failures', 'gone')),
    'alertWatchSeconds', (select coalesce(extract(epoch from now() - looked_at), 0) from alert_watch),
    'openIncidents', (select coalesce(json_object_agg(kind, n), '{}') from (
      select kind, count(*) as n from alert_incidents where over_at is null and tenant_id <> '*' group by kind) as by_kind))
$$;
revoke all on function alert_metrics() from public;
grant execute on function alert_metrics() to connector_api;
grant create on schema public to connector_worker;
alter function alert_metrics() owner to connector_worker;
revoke create on schema public from connector_worker;
`,
}
