/** What reading the status needs to touch few rows, however many conversations an integration has. */
export const status = `
create index conversations_with_replies_pending on conversations (tenant_id, integration_id) include (replies_pending)
  where replies_pending > 0;
`
