import type { EffectKind, EffectProgress } from '@connector/domain/effects'
import type { Row } from '@connector/store'
import { sql } from 'kysely'

/** An effect under way, held by this process. */
export interface ClaimedEffect {
  tenantId: string
  effectKey: string
  integrationId: string
  threadId: string
  kind: EffectKind
  subject: string
  /** Claimed from `unknown`: it may have been done, so it is looked up before it is tried. */
  lookUp: boolean
  fence: number
  attempts: number
  progress: EffectProgress
  /** Of the event that asked for it, where that belongs to a trace. */
  traceparent?: string
  /** When the database was last restored from a backup: what is older may have been done by an owner whose log we do not have. */
  restoredAt?: Date
}

/** Names an effect among those of all tenants. */
export const effectName = ({ tenantId, effectKey }: Pick<ClaimedEffect, 'tenantId' | 'effectKey'>): string =>
  `${tenantId}/${effectKey}`

type ReturnedColumn =
  | 'tenant_id'
  | 'effect_key'
  | 'integration_id'
  | 'thread_id'
  | 'subject'
  | 'fence'
  | 'attempts'
  | 'failures'
  | 'lookups'
  | 'ambiguous_sends'
  | 'passed_over'
  | 'lasting_failures'
  | 'gateway_answers'
  | 'own_faults'
  | 'traceparent'

/** What a statement that claims gives back of each effect. */
export interface ClaimedRow extends Pick<Row<'effects'>, ReturnedColumn> {
  kind: EffectKind
  before: string
  restored_at: Date | null
}

/** Of `effects`, called `e` in the statement; `before` is added by whoever knows it. */
export const claimedColumns = sql`e.tenant_id, e.effect_key, e.integration_id, e.thread_id, e.kind, e.subject, e.fence, e.attempts,
  e.failures, e.lookups, e.ambiguous_sends, e.passed_over, e.lasting_failures, e.gateway_answers, e.own_faults, e.traceparent,
  (select max(restored_at) from restores) as restored_at`

/**
 * That an effect, called `e` in the statement, has the key of a row called `other`. Written so that only the index of keys can
 * answer: any other that begins with the tenant looks as good to the planner while few effects are open, and goes through all
 * that are open of the tenant.
 */
export const hasKey = (other: string) =>
  sql`e.effect_key = ${sql.ref(`${other}.effect_key`)} and e.tenant_id || '' = ${sql.ref(`${other}.tenant_id`)}`

export const fromRow = (row: ClaimedRow): ClaimedEffect => ({
  tenantId: row.tenant_id,
  effectKey: row.effect_key,
  integrationId: row.integration_id,
  threadId: row.thread_id,
  kind: row.kind,
  subject: row.subject,
  lookUp: row.before === 'unknown',
  fence: row.fence,
  attempts: row.attempts,
  progress: {
    failures: row.failures,
    lookups: row.lookups,
    ambiguousSends: row.ambiguous_sends,
    passedOver: row.passed_over,
    doubts: row.lasting_failures,
    gatewayAnswers: row.gateway_answers,
    ownFaults: row.own_faults,
  },
  ...(row.restored_at && { restoredAt: row.restored_at }),
  ...(row.traceparent && { traceparent: row.traceparent }),
})
