import { alertPhases } from '@connector/domain/alerts'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import type { AlertView, DeliveryView } from '../schemas/alerts.ts'

const both = z.object({ pl: z.string(), en: z.string() })
const content = z.object({
  phase: z.enum(alertPhases),
  kind: z.string().nullable(),
  count: z.number(),
  title: both,
  text: both,
})

interface AlertRow {
  alert_id: string
  incident_id: string | null
  integration_id: string
  at: Date
  content: unknown
  left_out: boolean
}

interface DeliveryRow extends AlertRow {
  delivery_id: string
  target_id: string
  state: DeliveryView['state']
  created_at: Date
  attempts: number
  next_at: Date
  last_at: Date | null
  last_status: number | null
  last_failure: string | null
}

interface Asked {
  limit: number
  cursor?: string | undefined
}

const alertOf = (row: AlertRow): AlertView => ({
  alertId: row.alert_id,
  incidentId: row.incident_id,
  integrationId: row.integration_id === '' ? null : row.integration_id,
  at: row.at.toISOString(),
  ...content.parse(row.content),
  leftOut: row.left_out,
})

const deliveryOf = (row: DeliveryRow): DeliveryView => ({
  deliveryId: row.delivery_id,
  targetId: row.target_id,
  alert: alertOf(row),
  state: row.state,
  createdAt: row.created_at.toISOString(),
  attempts: row.attempts,
  nextAt: row.state === 'waiting' ? row.next_at.toISOString() : null,
  lastAt: row.last_at?.toISOString() ?? null,
  lastStatus: row.last_status,
  lastFailure: row.last_failure,
})

const before = (cursor: string | undefined, at: string, key: string) => {
  if (cursor === undefined) return sql<boolean>`true`
  const place = fromCursor(cursor)
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(key)}::text) < (${place.at}, ${place.key})`
}

/** What people were told, the newest first; tests are left out. */
export async function listAlerts(
  store: Pick<TenantStore, 'inTenant'>,
  tenantId: string,
  { limit, cursor }: Asked,
): Promise<Page<AlertView>> {
  const { rows } = await store.inTenant(tenantId, (db) =>
    sql<AlertRow>`
      select alert_id, incident_id, integration_id, date_trunc('milliseconds', at) as at, content, left_out from alerts
      where tenant_id = ${tenantId} and content->>'phase' <> 'test' and ${before(cursor, 'at', 'alert_id')}
      order by at desc, alert_id::text desc limit ${limit + 1}
    `.execute(db),
  )
  return toPage(rows, limit, alertOf, (row) => ({ at: row.at, key: row.alert_id }))
}

/** What was sent where, and how that went; the newest first. */
export async function listDeliveries(
  store: Pick<TenantStore, 'inTenant'>,
  tenantId: string,
  { limit, cursor, targetId, deliveryId }: Asked & { targetId?: string | undefined; deliveryId?: string | undefined },
): Promise<Page<DeliveryView>> {
  const { rows } = await store.inTenant(tenantId, (db) =>
    sql<DeliveryRow>`
      select d.delivery_id, d.target_id, d.state, d.created_at, d.attempts, d.next_at, d.last_at, d.last_status,
        d.last_failure, a.alert_id, a.incident_id, a.integration_id, a.at, a.content, a.left_out
      from alert_deliveries d join alerts a on a.tenant_id = d.tenant_id and a.alert_id = d.alert_id
      where d.tenant_id = ${tenantId} and (${targetId ?? null}::uuid is null or d.target_id = ${targetId ?? null}::uuid)
        and (${deliveryId ?? null}::uuid is null or d.delivery_id = ${deliveryId ?? null}::uuid)
        and ${before(cursor, 'd.created_at', 'd.delivery_id')}
      order by d.created_at desc, d.delivery_id::text desc limit ${limit + 1}
    `.execute(db),
  )
  return toPage(rows, limit, deliveryOf, (row) => ({ at: row.created_at, key: row.delivery_id }))
}
