import { randomUUID } from 'node:crypto'
import {
  capWindowMs,
  contentOf,
  leftOutContent,
  withinCap,
  type AlertContent,
  type AlertKind,
  type IncidentAlert,
} from '@connector/domain/alerts'
import { eventId } from '@connector/domain/words'
import type { Query } from '@connector/store'
import { sql } from 'kysely'

/** Writes alerts and, for each target that wants them, a delivery: in the transaction of the incidents, or not at all. */

interface Counted {
  tenantId: string
  integrationId: string
  kind: AlertKind
}

async function insertAlert(
  db: Query,
  alert: {
    tenantId: string
    alertId: string
    incidentId: string | null
    integrationId: string
    content: AlertContent
    leftOut: boolean
  },
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('alerts')
    .values({
      tenant_id: alert.tenantId,
      alert_id: alert.alertId,
      incident_id: alert.incidentId,
      integration_id: alert.integrationId,
      at,
      content: JSON.stringify(alert.content),
      left_out: alert.leftOut,
      told_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** One for each target of the tenant that is enabled and wants this kind. */
async function enqueue(db: Query, tenantId: string, alertId: string, kind: AlertKind | null, at: Date): Promise<void> {
  const targets = await db
    .selectFrom('alert_targets')
    .select(['target_id', 'kinds'])
    .where('tenant_id', '=', tenantId)
    .where('disabled_at', 'is', null)
    .execute()
  for (const { target_id: targetId, kinds } of targets)
    if (kind === null || kinds.length === 0 || kinds.includes(kind))
      await insertDelivery(db, { tenantId, targetId, alertId, deliveryId: eventId(alertId, 'delivery', targetId) }, at)
}

export async function insertDelivery(
  db: Query,
  delivery: { tenantId: string; targetId: string; alertId: string; deliveryId: string },
  at: Date,
): Promise<void> {
  await db
    .insertInto('alert_deliveries')
    .values({
      tenant_id: delivery.tenantId,
      delivery_id: delivery.deliveryId,
      target_id: delivery.targetId,
      alert_id: delivery.alertId,
      state: 'waiting',
      created_at: at,
      next_at: at,
      claimed_by: null,
      claimed_until: null,
      last_at: null,
      last_status: null,
      last_failure: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of one tenant within the last hour, about incidents. */
async function sentWithinHour(db: Query, tenantId: string, now: Date): Promise<Counted[]> {
  const { rows } = await sql<{ integration_id: string; kind: AlertKind }>`
    select integration_id, content->>'kind' as kind from alerts
    where tenant_id = ${tenantId} and at > ${new Date(now.getTime() - capWindowMs)} and not left_out
      and incident_id is not null
  `.execute(db)
  return rows.map(({ integration_id: integrationId, kind }) => ({ tenantId, integrationId, kind }))
}

/** @param alerts of one tenant */
export async function postAlerts(
  db: Query,
  tenantId: string,
  alerts: readonly IncidentAlert[],
  now: Date,
): Promise<void> {
  if (alerts.length === 0) return
  const counted = alerts.map((alert) => ({
    alert,
    tenantId,
    integrationId: alert.incident.integrationId,
    kind: alert.incident.kind,
  }))
  const { send, leaveOut } = withinCap(await sentWithinHour(db, tenantId, now), counted)
  for (const [list, leftOut] of [
    [send, false],
    [leaveOut, true],
  ] as const)
    for (const { alert, integrationId, kind } of list) {
      const { alertId, incident } = alert
      const content = contentOf(alert)
      const about = { tenantId, alertId, incidentId: incident.incidentId, integrationId, content, leftOut }
      if ((await insertAlert(db, about, now)) && !leftOut) await enqueue(db, tenantId, alertId, kind, now)
    }
}

/** Says of each tenant how many alerts the cap kept from being sent, once the hour of the oldest is over. */
export async function tellLeftOut(db: Query, now: Date): Promise<void> {
  const { rows } = await sql<{ tenant_id: string; count: number }>`
    with due as (
      select tenant_id from alerts where left_out and told_at is null
      group by tenant_id having min(at) <= ${new Date(now.getTime() - capWindowMs)}
    ), told as (
      update alerts set told_at = ${now} where left_out and told_at is null and tenant_id in (select tenant_id from due)
      returning tenant_id
    ) select tenant_id, count(*)::int as count from told group by tenant_id
  `.execute(db)
  for (const { tenant_id: tenantId, count } of rows) {
    const alertId = randomUUID()
    const content = leftOutContent(tenantId, count)
    await insertAlert(db, { tenantId, alertId, incidentId: null, integrationId: '', content, leftOut: false }, now)
    await enqueue(db, tenantId, alertId, null, now)
  }
}
