import { isToBeDisabled, nextTry } from '@connector/domain/alerts'
import type { Query, Row, WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import type { StoredAlert } from './message.ts'
import { reportIncident } from './report.ts'

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

/** How a try ended. */
export interface Tried {
  status: number | undefined
  /** For people; undefined when it arrived. */
  failure: string | undefined
  /** When the other side asked to be tried again. */
  retryAt?: Date | undefined
  /** The other side said that it wants no more, ever (410). */
  isGone?: boolean
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

export interface Outbox {
  /** The oldest that are due and that nobody tries, one for each target. */
  claim(most: number): Promise<Claimed[]>
  /** Nothing happens when somebody else tries it by now. @returns how it stands */
  record(claimed: Claimed, tried: Tried): Promise<'delivered' | 'retried' | 'failed' | 'lost'>
}

/**
 * @param claimMs how long a try may take until somebody else makes it again, with the same id; longer than any deadline
 */
export function createOutbox(
  { db }: WorkerStore,
  options: { owner: string; claimMs: number; now: () => Date; random: () => number },
): Outbox {
  const { owner, claimMs, now, random } = options

  async function disable(trx: Query, { target }: Claimed, because: 'failures' | 'gone', at: Date): Promise<void> {
    const { tenantId, targetId } = target
    const { numUpdatedRows } = await trx
      .updateTable('alert_targets')
      .set({ disabled_at: at, disabled_because: because })
      .where('tenant_id', '=', tenantId)
      .where('target_id', '=', targetId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await trx
      .updateTable('alert_deliveries')
      .set({ state: 'failed', last_failure: 'The target was disabled', claimed_by: null, claimed_until: null })
      .where('tenant_id', '=', tenantId)
      .where('target_id', '=', targetId)
      .where('state', '=', 'waiting')
      .execute()
    await reportIncident(trx, { tenantId, integrationId: '', kind: 'target-disabled', subject: targetId, count: 1 }, at)
  }

  return {
    async claim(most) {
      const at = now()
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
    },

    record: (claimed, { status, failure, retryAt, isGone = false }) =>
      db.transaction().execute(async (trx) => {
        const at = now()
        const { tenantId, targetId } = claimed.target
        const attempts = claimed.attempts + 1
        const next = failure === undefined || isGone ? undefined : nextTry(attempts, at, random(), retryAt)
        const state = failure === undefined ? 'delivered' : next ? 'waiting' : 'failed'
        const { numUpdatedRows } = await trx
          .updateTable('alert_deliveries')
          .set({
            state,
            attempts,
            last_at: at,
            last_status: status ?? null,
            last_failure: failure ?? null,
            claimed_by: null,
            claimed_until: null,
            ...(next ? { next_at: next } : {}),
          })
          .where('tenant_id', '=', tenantId)
          .where('delivery_id', '=', claimed.deliveryId)
          .where('claimed_by', '=', owner)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return 'lost'
        const target = await trx
          .updateTable('alert_targets')
          .set(
            failure === undefined
              ? { last_success_at: at, failing_since: null }
              : { failing_since: sql<Date>`coalesce(failing_since, ${at})` },
          )
          .where('tenant_id', '=', tenantId)
          .where('target_id', '=', targetId)
          .returning('failing_since')
          .executeTakeFirst()
        if (failure === undefined) return 'delivered'
        if (isGone) await disable(trx, claimed, 'gone', at)
        else if (isToBeDisabled(target?.failing_since ?? undefined, at)) await disable(trx, claimed, 'failures', at)
        return next ? 'retried' : 'failed'
      }),
  }
}
