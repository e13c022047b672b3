import type { Migration } from '../migration.ts'

/**
 * Effects that are open are found by their key first: the key tells one effect from all others, while a tenant may have thousands.
 * Statements that ask for keys and not for a tenant have no other index to choose. Leases are found by their tenant, and by
 * nothing else: with an index of owners the planner read all leases of an owner to find the one of a tenant, once for each row.
 */
export const migration: Migration = {
  sql: `
create unique index effects_open_of_key on effects_open (effect_key, tenant_id);
drop index effects_open_by_key;
alter index effects_open_of_key rename to effects_open_by_key;
drop index leases_of_owner;
`,
}
