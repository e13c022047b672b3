import type { Migration } from '../migration.ts'

/**
 * Keys under which the log keeps the texts of buyers, and what makes a later edit of the log show: heads of it, signed once a day.
 */
export const migration: Migration = {
  sql: `
-- One key for each conversation, and a further one after each erasure. Wrapped by the data key of the tenant.
create table conversation_keys (
  tenant_id    text not null,
  -- The stream, or of an input that could not be read its stream and its event.
  owner        text collate "C" not null,
  generation   int not null,
  -- Null: erased for good.
  wrapped_key  bytea,
  created_at   timestamptz not null default now(),
  -- Nothing more is sealed with it.
  retired_at   timestamptz,
  erased_at    timestamptz,
  primary key (tenant_id, owner, generation)
);

-- Public halves of the keys that sign heads of the log: kept for ever, since what they signed is. Of the service, not of a tenant.
create table log_signing_keys (
  key_id      text primary key,
  public_key  jsonb not null,
  created_at  timestamptz not null default now()
);

-- Up to where the log of a tenant was followed, and the digest of all its events up to there.
create table log_chains (
  tenant_id  text primary key,
  position   text not null,
  events     bigint not null,
  -- In hexadecimal.
  digest     text not null
);

-- Where the chain of a stream is when the log was verified up to the cursor.
alter table operation_streams add column digest text;

create table log_heads (
  tenant_id  text not null,
  day        date not null,
  position   text not null,
  events     bigint not null,
  digest     bytea not null,
  key_id     text not null,
  signature  bytea not null,
  signed_at  timestamptz not null,
  primary key (tenant_id, day)
);
`,
}
