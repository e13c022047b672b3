import { createHash } from 'node:crypto'
import type { TenantStore } from '@connector/store'

/** What the newest conversations of a tenant look like; `mark` differs whenever one of them changed. */
export interface Newest {
  mark: string
  changedAt: Date
}

/**
 * How many of the newest rows are compared. The newest time alone would miss a change that was recorded a little
 * earlier than another and shown a little later.
 */
const compared = 20

/** Reads the head of an index; undefined when the tenant has no conversation. */
export async function readNewest(store: TenantStore, tenantId: string): Promise<Newest | undefined> {
  const rows = await store.inTenant(tenantId, (db) =>
    db
      .selectFrom('conversations')
      .select(['integration_id', 'thread_id', 'revision', 'changed_at'])
      .where('tenant_id', '=', tenantId)
      .orderBy('changed_at', 'desc')
      .limit(compared)
      .execute(),
  )
  const [first] = rows
  if (!first) return undefined
  const lines = rows.map((row) => `${row.integration_id}/${row.thread_id}/${row.revision}`).sort()
  return {
    mark: createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 16),
    changedAt: first.changed_at,
  }
}
