import { randomUUID } from 'node:crypto'
import { insertDelivery } from '@connector/alerts'
import { testContent } from '@connector/domain/alerts'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { ApiError } from '../errors/api-error.ts'

/** Deliveries that one request may ask for. */
const mostAtOnce = 1_000

/** What people have sent, or sent again: rows of the outbox, which the services carry out as any other. */
export function createAlertRepeats({ store, now }: { store: Pick<TenantStore, 'inTenant'>; now: () => Date }) {
  return {
    /** @returns id of the delivery */
    test: (tenantId: string, targetId: string): Promise<string> =>
      store.inTenant(tenantId, async (db) => {
        const [alertId, deliveryId, at] = [randomUUID(), randomUUID(), now()]
        await db
          .insertInto('alerts')
          .values({
            ...{ tenant_id: tenantId, alert_id: alertId, incident_id: null, integration_id: '', at },
            ...{ content: JSON.stringify(testContent(tenantId)), left_out: false, told_at: null },
          })
          .execute()
        await insertDelivery(db, { tenantId, targetId, alertId, deliveryId }, at)
        return deliveryId
      }),

    /** @returns id of the new delivery @throws {ApiError} alert_delivery.unknown */
    again: (tenantId: string, deliveryId: string): Promise<string> =>
      store.inTenant(tenantId, async (db) => {
        const row = await db
          .selectFrom('alert_deliveries')
          .select(['target_id', 'alert_id'])
          .where('tenant_id', '=', tenantId)
          .where('delivery_id', '=', deliveryId)
          .executeTakeFirst()
        if (!row) throw new ApiError('alert_delivery.unknown')
        const fresh = randomUUID()
        const about = { tenantId, targetId: row.target_id, alertId: row.alert_id, deliveryId: fresh }
        await insertDelivery(db, about, now())
        return fresh
      }),

    /** Alerts since then that the target has neither taken nor is about to be sent. @returns how many */
    since: (tenantId: string, targetId: string, since: Date): Promise<number> =>
      store.inTenant(tenantId, async (db) => {
        const { rows } = await sql<{ alert_id: string }>`
          select a.alert_id from alerts a
          join alert_targets t on t.tenant_id = a.tenant_id and t.target_id = ${targetId}
          where a.tenant_id = ${tenantId} and a.at >= ${since} and a.content->>'phase' <> 'test'
            and (cardinality(t.kinds) = 0 or a.content->>'kind' is null or a.content->>'kind' = any(t.kinds))
            and not exists (select from alert_deliveries d where d.tenant_id = a.tenant_id and d.alert_id = a.alert_id
              and d.target_id = t.target_id and d.state in ('waiting', 'delivered'))
          order by a.at, a.alert_id limit ${mostAtOnce}
        `.execute(db)
        for (const { alert_id: alertId } of rows)
          await insertDelivery(db, { tenantId, targetId, alertId, deliveryId: randomUUID() }, now())
        return rows.length
      }),
  }
}
