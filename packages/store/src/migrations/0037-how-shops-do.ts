import type { Migration } from '../migration.ts'

/**
 * For the status: when the last message came into its ticket and when the last answer went out, without reading all that ever
 * did (the plots of delays read only their time by it, too); and how many buyers were answered within 24 hours.
 */
export const migration: Migration = {
  sql: `
create index effects_settled_last on effects_settled (tenant_id, integration_id, kind, settled_at)
  where state = 'confirmed' and kind in ('ticket:create', 'message:mirror', 'reply:send');
alter table hourly_counts
  -- Waits of buyers for a person that ended in this hour, and those of them that lasted 24 hours at most.
  add column answered int not null default 0,
  add column answered_in_day int not null default 0;
`,
  // Earlier events say how long buyers have waited.
  rebuildsReadModels: true,
}
