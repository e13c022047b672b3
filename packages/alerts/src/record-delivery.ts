import { isToBeDisabled, nextTry } from '@connector/domain/alerts'
import type { Query } from '@connector/store'
import { sql } from 'kysely'
import type { Claimed } from './claim-deliveries.ts'
import { reportIncident } from './report.ts'

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

export type Recorded = 'delivered' | 'retried' | 'failed' | 'lost'

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

/** @param chance between 0 and 1, which spreads the tries that follow */
export async function recordDelivery(
  trx: Query,
  { claimed, owner, at, chance }: { claimed: Claimed; owner: string; at: Date; chance: number },
  { status, failure, retryAt, isGone = false }: Tried,
): Promise<Recorded> {
  const { tenantId, targetId } = claimed.target
  const attempts = claimed.attempts + 1
  const next = failure === undefined || isGone ? undefined : nextTry(attempts, at, chance, retryAt)
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
}
