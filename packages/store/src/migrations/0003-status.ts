import type { Migration } from '../migration.ts'

/** What reading the status needs to touch few rows, however many conversations an integration has. */
export const migration: Migration = {
  sql: `
create index conversations_with_replies_pending on conversations (tenant_id, integration_id) include (replies_pending)
  where replies_pending > 0;
`,
}
