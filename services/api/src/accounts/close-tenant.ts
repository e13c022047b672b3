import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'

const counts = z.object({ conversations: z.number(), events: z.number(), audit: z.number() })

export interface Closed {
  keys: number
  credentials: number
  remains: z.infer<typeof counts>
}

/** Ends every access key of a tenant and forgets its stored credentials; may be repeated. Says what is left of it. */
export const closeTenant = (store: Pick<TenantStore, 'inTenant'>, tenantId: string, now: Date): Promise<Closed> =>
  store.inTenant(tenantId, async (db) => {
    const closed = await db
      .updateTable('access_keys')
      .set({ revoked_at: now })
      .where('tenant_id', '=', tenantId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    const deleted = await db.deleteFrom('credentials').where('tenant_id', '=', tenantId).executeTakeFirst()
    // Nobody of it is told anything any more; what they were told stays with the audit.
    await db.deleteFrom('alert_deliveries').where('tenant_id', '=', tenantId).execute()
    await db.deleteFrom('alert_targets').where('tenant_id', '=', tenantId).execute()
    const { rows } = await sql`
      select (select count(*)::int from conversations where tenant_id = ${tenantId}) as conversations,
        greatest((select count(*)::int from events where metadata->>'tenantId' = ${tenantId}),
          -- Where the log is not in this database, what has been followed of it for its signed heads.
          (select max(events)::int from log_chains where tenant_id = ${tenantId})) as events,
        (select count(*)::int from audit_entries where tenant_id = ${tenantId}) as audit
    `.execute(db)
    return {
      keys: Number(closed.numUpdatedRows),
      credentials: Number(deleted.numDeletedRows),
      remains: counts.parse(rows[0]),
    }
  })
