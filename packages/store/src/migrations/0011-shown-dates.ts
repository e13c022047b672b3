import type { Migration } from '../migration.ts'

/** A ticket that shows another date than at its last reading has changed, whether that reading was certain or not. */
export const migration: Migration = {
  sql: `
-- The date of change that the reading showed. That it is in \`unchanged_while\` too means that its minute was over.
alter table ticket_reads add column shown_updated_at timestamptz;
`,
}
