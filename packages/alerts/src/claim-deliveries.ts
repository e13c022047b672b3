import type { Query, Row } from '@connector/store'
import { sql } from 'kysely'
import type { StoredAlert } from './message.ts'

interface Target {
  tenantId: string
  targetId: string
  channel: Row<'alert_targets'>['channel']
  address: string
  language: Row<'alert_targets'>['language']
}

/** A delivery that this process tries now. */
export interface Claimed {
  deliveryId: string
  attempts: number
  target: Target
  alert: StoredAlert
}

interface ClaimedRow {
  tenant_id: string
  delivery_id: string
  target_id: string
  alert_id: string
  attempts: number
  channel: Target['channel']
  address: string
  language: Target['language']
  incident_id: string | null
  integration_id: string
  at: Date
  content: unknown
}

/** The oldest that are due and that nobody tries, one for each target; nobody else tries them until `claimMs` are over. */
export async function claimDeliveries(
  db: Query,
  { owner, claimMs }: { owner: string; claimMs: number },
  most: number,
  at: Date,
): Promise<Claimed[]> {
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select distinct on (d.tenant_id, d.target_id) d.tenant_id, d.delivery_id, d.next_at
      from alert_deliveries d
      where d.state = 'waiting' and d.next_at <= ${at} and (d.claimed_until is null or d.claimed_until <= ${at})
        and not exists (select from alert_deliveries other where other.tenant_id = d.tenant_id
          and other.target_id = d.target_id and other.state = 'waiting' and other.claimed_until > ${at})
      order by d.tenant_id, d.target_id, d.next_at, d.delivery_id
    ), next as (
      select d.tenant_id, d.delivery_id from alert_deliveries d join due using (tenant_id, delivery_id)
      order by due.next_at limit ${most} for update of d skip locked
    ), taken as (
      update alert_deliveries d set claimed_by = ${owner},
        claimed_until = ${new Date(at.getTime() + claimMs)}
      from next where d.tenant_id = next.tenant_id and d.delivery_id = next.delivery_id
        and d.state = 'waiting' and (d.claimed_until is null or d.claimed_until <= ${at})
      returning d.*
    )
    select d.tenant_id, d.delivery_id, d.target_id, d.alert_id, d.attempts, t.channel, t.address, t.language,
      a.incident_id, a.integration_id, a.at, a.content
    from taken d
    join alert_targets t on t.tenant_id = d.tenant_id and t.target_id = d.target_id
    join alerts a on a.tenant_id = d.tenant_id and a.alert_id = d.alert_id
  `.execute(db)
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    attempts: row.attempts,
    target: {
      tenantId: row.tenant_id,
      targetId: row.target_id,
      channel: row.channel,
      address: row.address,
      language: row.language,
    },
    alert: {
      tenantId: row.tenant_id,
      alertId: row.alert_id,
      incidentId: row.incident_id,
      integrationId: row.integration_id,
      at: row.at,
      content: row.content,
    },
  }))
}
