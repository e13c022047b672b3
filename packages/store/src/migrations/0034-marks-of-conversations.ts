import type { Migration } from '../migration.ts'

/** What a line of the list says besides: how the last message begins, whether there are files, and incidents. */
export const migration: Migration = {
  sql: `
alter table conversations
  add column last_words text not null default '',
  add column has_files boolean not null default false,
  -- Of the orders whose buyer has opened an incident that is not closed.
  add column incident_orders text[] not null default '{}';
-- What is counted for the planner holds frequent values, and stays when a buyer is erased. Nobody searches by it.
alter table conversations alter column last_words set statistics 0;
`,
  // Earlier events say this of texts and files.
  rebuildsReadModels: true,
}
