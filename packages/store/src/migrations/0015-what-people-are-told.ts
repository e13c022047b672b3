import type { Migration } from '../migration.ts'

/** The clock that only a person stops, all orders of a conversation, and who gets what is written to EmpikPlace. */
export const migration: Migration = {
  sql: `
alter table conversations
  -- Of all orders that it is about, the first of which is \`order_id\`, and of those that could not be had yet.
  add column order_ids text[] not null default '{}',
  add column orders_missing text[] not null default '{}',
  -- Since when the buyer waits for a person, and what that is reckoned from.
  add column unanswered_since timestamptz,
  add column person_clock jsonb not null default '{"asked": [], "underWay": {}, "otherwiseStopped": false}';
create index conversations_unanswered on conversations (tenant_id, integration_id, unanswered_since)
  where unanswered_since is not null;

-- Null for what goes to nobody at EmpikPlace, and where it was not recorded to whom.
alter table effects add column readers text check (readers in ('customer', 'operator', 'everyone'));
`,
  // Earlier events say all of this.
  rebuildsReadModels: true,
}
