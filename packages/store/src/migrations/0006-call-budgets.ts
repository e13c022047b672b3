import type { Migration } from '../migration.ts'

/** What each process that calls the outside last told of its budgets; rows of a process are updated in place. */
export const migration: Migration = {
  sql: `
create table call_budgets (
  tenant_id       text not null,
  -- '' for the budget of the Thulium account.
  integration_id  text not null,
  side            text not null,
  reporter        uuid not null,
  -- Requests that may start in a minute; null without a limit.
  per_minute      int,
  -- Those that started in the minute before.
  used            int not null,
  paused_until    timestamptz,
  observed_at     timestamptz not null,
  primary key (tenant_id, integration_id, side, reporter)
) with (fillfactor = 50);
`,
}
