import type { Migration } from '../migration.ts'

/** What callers did under an `Idempotency-Key`, and what they were answered. Kept for a day. */
export const migration: Migration = {
  sql: `
create table idempotency_keys (
  -- '*', which no tenant is called, for what belongs to none yet.
  tenant_id      text not null,
  access_key_id  text not null,
  key            text not null,
  method         text not null,
  path           text not null,
  -- Keyed, since bodies hold passwords: without the key of the service nobody can try out guesses.
  digest         bytea not null,
  -- The same at every try of the request: what it makes can have this id and is then made once.
  operation_id   uuid not null,
  created_at     timestamptz not null,
  -- Null when it came to nothing and may be tried again at once.
  claimed_at     timestamptz,
  finished_at    timestamptz,
  status         int,
  headers        jsonb,
  body           text,
  primary key (tenant_id, access_key_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (tenant_id, created_at);
`,
}
