import type { Migration } from '../migration.ts'

/** Who may do what, who did it, and tenants that rest or are gone. */
export const migration: Migration = {
  sql: `
-- The key that a key was made with; null for one made by a command, and for those from before.
alter table access_keys add column made_by uuid;
`,
}
