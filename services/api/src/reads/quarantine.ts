import type { TenantStore } from '@connector/store'
import type { QuarantinedView } from '../schemas/quarantine.ts'

/** Streams of a tenant that the read models do not follow, the oldest first. */
export const readQuarantine = (store: TenantStore, tenantId: string): Promise<QuarantinedView[]> =>
  store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('quarantined_streams')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .orderBy('since')
      .orderBy('stream_id')
      .execute()
    return rows.map((row) => ({
      integrationId: row.integration_id === '' ? null : row.integration_id,
      threadId: row.thread_id === '' ? null : row.thread_id,
      event: {
        id: row.event_id,
        type: row.event_type,
        schemaVersion: row.schema_version,
        recordedAt: row.recorded_at.toISOString(),
      },
      reason: row.reason,
      since: row.since.toISOString(),
      lastTriedAt: row.tried_at.toISOString(),
    }))
  })

/** Makes it the turn of each of them; the projector takes them up within a second. */
export const askForRetry = (store: TenantStore, tenantId: string): Promise<number> =>
  store.inTenant(tenantId, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('quarantined_streams')
      .set({ tried_at: new Date(0) })
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows)
  })
