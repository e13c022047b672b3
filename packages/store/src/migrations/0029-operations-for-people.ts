import type { Migration } from '../migration.ts'

/** Operations: findings in both languages (those of before are in English alone), and no texts of buyers in statistics. */
export const migration: Migration = {
  sql: `
alter table operation_findings add column detail_pl text, add column cure_pl text;

-- What is counted for the planner holds frequent values, and stays when a buyer is erased. Nobody searches by these.
alter table conversations alter column subject set statistics 0, alter column customer_name set statistics 0;
alter table effects_open alter column failure_message set statistics 0;
alter table effects_settled alter column failure_message set statistics 0;
alter table idempotency_keys alter column body set statistics 0;
alter table quarantined_streams alter column reason set statistics 0;
`,
}
