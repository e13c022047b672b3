import type { Migration } from '../migration.ts'

/** Tables of the first version. Every one with a `tenant_id` gets row-level security by `secureTenantTables`. */
export const migration: Migration = {
  sql: `
create table tenants (
  tenant_id   text primary key,
  connection  jsonb not null,
  revision    int not null
);

create table integrations (
  tenant_id       text not null,
  integration_id  text not null,
  settings        jsonb,
  status          text not null,
  started_at      timestamptz,
  state           jsonb not null,
  changed_at      timestamptz not null,
  revision        int not null,
  primary key (tenant_id, integration_id)
);

create table conversations (
  tenant_id            text not null,
  integration_id       text not null,
  thread_id            text not null,
  subject              text not null,
  customer_id          text,
  customer_name        text,
  order_id             text,
  order_recorded       boolean not null,
  thulium_customer_id  bigint,
  outside_crm          boolean not null default false,
  ticket_id            bigint,
  message_count        int not null,
  last_message_at      timestamptz,
  last_author          text,
  replies_pending      int not null,
  replies_sent         int not null,
  -- EmpikPlace's own clock: since when it waits for the shop's answer.
  reply_needed_since   timestamptz,
  planning             jsonb not null,
  revision             int not null,
  changed_at           timestamptz not null,
  primary key (tenant_id, integration_id, thread_id)
);
create index conversations_by_ticket on conversations (tenant_id, ticket_id) where ticket_id is not null;
create index conversations_by_buyer on conversations (tenant_id, customer_id) where customer_id is not null;
create index conversations_waiting on conversations (tenant_id, integration_id, reply_needed_since)
  where reply_needed_since is not null;
create index conversations_by_change on conversations (tenant_id, changed_at desc);
create index conversations_without_order on conversations (tenant_id, integration_id)
  where order_id is not null and not order_recorded;

-- Which CRM record a buyer has; kept so that two conversations of one buyer never create two records.
create table customers (
  tenant_id            text not null,
  customer_id          text not null,
  thulium_customer_id  bigint not null,
  primary key (tenant_id, customer_id)
);

-- The ledger: one row per write to an outside API, in order within (conversation, lane).
create table effects (
  tenant_id         text not null,
  effect_key        text not null,
  integration_id    text not null,
  thread_id         text not null,
  lane              text not null,
  kind              text not null,
  subject           text not null,
  seq               bigint not null,
  holds_lane        boolean not null,
  state             text not null check (state in ('planned', 'claimed', 'unknown', 'confirmed', 'parked')),
  fence             bigint not null default 0,
  claimed_at        timestamptz,
  attempts          int not null default 0,
  failures          int not null default 0,
  lookups           int not null default 0,
  ambiguous_sends   int not null default 0,
  passed_over       int not null default 0,
  not_before        timestamptz not null,
  failure_class     text,
  failure_message   text,
  planned_at        timestamptz not null,
  settled_at        timestamptz,
  -- Since when it needs a person, and the stable code of why.
  parked_at         timestamptz,
  parked_code       text,
  primary key (tenant_id, effect_key)
);
-- Both are partial: a confirmed effect, of which there will be millions, costs nothing here.
create index effects_due on effects (tenant_id, not_before, seq) where state in ('planned', 'unknown');
create index effects_open_in_lane on effects (tenant_id, integration_id, thread_id, lane, seq) where state <> 'confirmed';
-- An agent's reply that was moved into another ticket is known by its id in the whole account.
create index effects_of_replies on effects (tenant_id, subject) where kind = 'reply:send';
create index effects_claimed on effects (tenant_id) where state = 'claimed';

-- What happened to each integration in each hour (UTC) by the time it was recorded; hours without anything have no row.
create table hourly_counts (
  tenant_id          text not null,
  integration_id     text not null,
  hour               timestamptz not null,
  conversations      int not null,
  messages           int not null,
  replies_requested  int not null,
  replies_sent       int not null,
  tickets            int not null,
  parked             int not null,
  primary key (tenant_id, integration_id, hour)
);

create table checkpoints (
  projection     text primary key,
  position       text,
  -- Effects planned from events up to here may have been tried before a rebuild: they are looked up first.
  rebuild_until  text
);

-- Where each integration stands with each outside API. Owned by ingest; a lost cursor is rebuilt from the log.
create table polls (
  tenant_id        text not null,
  integration_id   text not null,
  side             text not null check (side in ('empikplace', 'thulium')),
  cursor           timestamptz,
  next_at          timestamptz not null,
  last_success_at  timestamptz,
  failures         int not null default 0,
  failure_class    text,
  failure_message  text,
  primary key (tenant_id, integration_id, side)
);

-- When each own ticket was last read, so that an unchanged one is not read again.
create table ticket_reads (
  tenant_id   text not null,
  ticket_id   bigint not null,
  read_at     timestamptz not null,
  closed      boolean not null,
  primary key (tenant_id, ticket_id)
);

-- Agents' replies that are still settling: first sight and a digest of the text then.
create table reply_sightings (
  tenant_id      text not null,
  ticket_id      bigint not null,
  message_id     bigint not null,
  digest         text not null,
  first_seen_at  timestamptz not null,
  primary key (tenant_id, ticket_id, message_id)
);

create table data_keys (
  tenant_id    text primary key,
  wrapped_key  bytea not null,
  version      int not null
);

create table credentials (
  tenant_id   text not null,
  purpose     text not null,
  version     int not null,
  ciphertext  bytea not null,
  primary key (tenant_id, purpose)
);

-- Keys of the callers of the API; those without a tenant belong to the operator of the service. A SHA-256 is enough of a
-- hash: slow ones slow down guessing, and 256 random bits cannot be guessed at any speed.
create table access_keys (
  id            uuid primary key,
  tenant_id     text,
  name          text not null,
  hash          bytea not null unique,
  prefix        text not null,
  scopes        text[] not null,
  expires_at    timestamptz,
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  created_at    timestamptz not null
);
create index access_keys_of_tenant on access_keys (tenant_id, created_at desc);

-- Public parts of the keys that sign tokens; the private ones are sealed in credentials.
create table signing_keys (
  kid         text primary key,
  public_key  jsonb not null,
  created_at  timestamptz not null
);

-- Launch links that were followed, until they would have expired: each opens once.
create table used_launch_links (
  tenant_id   text not null,
  link_id     uuid not null,
  expires_at  timestamptz not null,
  primary key (tenant_id, link_id)
);

-- One owner per (service, tenant); the fence grows with every change of owner.
create table leases (
  service     text not null,
  tenant_id   text not null,
  owner       text,
  fence       bigint not null default 0,
  expires_at  timestamptz,
  primary key (service, tenant_id)
);

create table workers (
  service     text not null,
  owner       text not null,
  expires_at  timestamptz not null,
  primary key (service, owner)
);
`,
}
