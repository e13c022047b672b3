import type { Row, TenantStore } from '@connector/store'
import { z } from 'zod'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import { auditCredentials, auditKinds, type AuditKind, type AuditView } from '../schemas/audit.ts'

export interface AuditFilter {
  kind?: AuditKind | undefined
  since?: string | undefined
  until?: string | undefined
  limit: number
  cursor?: string | undefined
}

const kindOf = z.enum(auditKinds)
const credentialOf = z.enum(auditCredentials)

const viewOf = (row: Row<'audit_entries'>): AuditView => ({
  entryId: row.entry_id,
  at: row.at.toISOString(),
  kind: kindOf.parse(row.kind),
  by: row.key_id === null ? null : { keyId: row.key_id, name: row.key_name ?? '' },
  credential: credentialOf.parse(row.credential),
  address: row.address,
  requestId: row.request_id,
  integrationId: row.integration_id,
  threadId: row.thread_id,
  subject: row.subject,
})

/** What is written down about a tenant, the newest first. */
export function readAudit(store: TenantStore, tenantId: string, filter: AuditFilter): Promise<Page<AuditView>> {
  const { kind, since, until, limit, cursor } = filter
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  return store.inTenant(tenantId, async (db) => {
    let query = db.selectFrom('audit_entries').selectAll().where('tenant_id', '=', tenantId)
    if (kind !== undefined) query = query.where('kind', '=', kind)
    if (since !== undefined) query = query.where('at', '>=', new Date(since))
    if (until !== undefined) query = query.where('at', '<', new Date(until))
    if (after)
      query = query.where((eb) => eb(eb.refTuple('at', 'entry_id'), '<', eb.tuple(after.at, Number(after.key) || 0)))
    const rows = await query
      .orderBy('at', 'desc')
      .orderBy('entry_id', 'desc')
      .limit(limit + 1)
      .execute()
    return toPage(rows, limit, viewOf, (row) => ({ at: row.at, key: String(row.entry_id) }))
  })
}
