import type { TenantStore } from '@connector/store'
import type { AuditCredential, AuditKind } from '../schemas/audit.ts'

/** One line of an audit. */
export interface Entry {
  /** Whose audit it stands in; `allTenants` for the operator's own. */
  tenantId: string
  kind: AuditKind
  keyId: string | null
  keyName: string | null
  credential: AuditCredential
  address: string
  requestId: string
  integrationId: string | null
  threadId: string | null
  subject: string | null
}

const insert = `
  insert into audit_entries
    (tenant_id, at, kind, key_id, key_name, credential, address, request_id, integration_id, thread_id, subject)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`

export async function writeEntry(store: Pick<TenantStore, 'connection'>, entry: Entry, at: Date): Promise<void> {
  const { tenantId, kind, keyId, keyName, credential, address, requestId, integrationId, threadId, subject } = entry
  await store.connection(tenantId).query({
    text: insert,
    values: [tenantId, at, kind, keyId, keyName, credential, address, requestId, integrationId, threadId, subject],
  })
}
