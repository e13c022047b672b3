import type { Migration } from '../migration.ts'

/** Webhooks of Thulium: when the last one came, and which address of a tenant is the present one. */
export const migration: Migration = {
  sql: `
-- When a webhook last said that it is worth looking at once.
alter table polls add column hinted_at timestamptz;

-- A tenant without a row has the first address, generation 0.
create table thulium_webhooks (
  tenant_id   text primary key,
  generation  int not null
);
`,
}
