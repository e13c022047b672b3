import type { Migration } from '../migration.ts'

/** A wider, slower look finds what became visible too late for the usual ones. */
export const migration: Migration = {
  sql: `
alter table polls
  add column swept_at timestamptz,
  -- Conversations with a message that only a wider look had shown, since the beginning, and when the last one was found.
  add column found_late int not null default 0,
  add column found_late_at timestamptz;
`,
}
