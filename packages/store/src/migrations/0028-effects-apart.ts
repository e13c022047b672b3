import type { Migration } from '../migration.ts'

/**
 * The ledger in two parts: what is on its way, and what is settled. Every change of an effect on its way went into five
 * indexes, because their conditions named its state (0 of 108 512 updates stayed in their page); now none of its indexes
 * knows the state, so a claim writes into none, and those that are settled lie where nothing is changed any more.
 */
export const migration: Migration = {
  sql: `
-- Forced row-level security would hide the rows that are copied from the owner too.
alter table effects no force row level security;
alter table effects rename to effects_before;
create table effects (like effects_before including defaults including constraints) partition by list (state);

-- Room in each page for the next version of a row, and cleaned up after hundreds of changes, not after a fifth of all rows.
create table effects_open partition of effects for values in ('planned', 'claimed', 'unknown')
  with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
create table effects_settled partition of effects for values in ('confirmed', 'parked');

insert into effects select * from effects_before;
drop table effects_before;

-- A key is there once in both parts together: whoever adds one looks first. Only the projection adds any, and it is alone.
create unique index effects_open_by_key on effects_open (tenant_id, effect_key);
create index effects_open_due on effects_open (tenant_id, not_before, seq);
create index effects_open_in_lane on effects_open (tenant_id, integration_id, thread_id, lane, seq);
create unique index effects_settled_by_key on effects_settled (tenant_id, effect_key);
create index effects_parked on effects_settled (tenant_id, integration_id, thread_id, lane, seq) where state <> 'confirmed';
-- An agent's reply that was moved into another ticket is known by its id in the whole account.
create index effects_open_of_replies on effects_open (tenant_id, subject) where kind = 'reply:send';
create index effects_settled_of_replies on effects_settled (tenant_id, subject) where kind = 'reply:send';

-- Renewed every third of their life, each time within their page.
alter table leases set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
alter table workers set (autovacuum_vacuum_threshold = 500);
-- Each look moves its row.
alter table polls set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
-- Written once for each message, and each time the whole row.
alter table conversations set (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
`,
}
