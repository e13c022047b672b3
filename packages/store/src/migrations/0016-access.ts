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
`,
}
