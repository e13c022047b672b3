import type { Migration } from '../migration.ts'

/** What many thousand accounts need: what is due is found by an index, and by the leases of whoever asks. */
export const migration: Migration = {
  sql: `
-- Whose lease is prepared for may be worked for; what is due for him is found by a join, not by thousands of ids.
alter table leases add column ready boolean not null default false;
create index leases_of_owner on leases (service, owner) where owner is not null;

create index polls_due on polls (next_at);
-- Rows for new integrations are looked for among those that changed lately.
create index integrations_by_change on integrations (changed_at);
create index integrations_rejected on integrations (tenant_id) where status = 'credentials-rejected';
`,
}
