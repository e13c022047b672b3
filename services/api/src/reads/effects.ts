import { effectAdvice, effectKinds, effectStates, effectTitle, type EffectState } from '@connector/domain/effects'
import { readers, type ConversationRef, type IntegrationRef } from '@connector/domain/words'
import type { Row, TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import type { EffectView } from '../schemas/effect.ts'

type EffectRow = Row<'effects'> & { ticket_id: number | null }

const kindOf = z.enum(effectKinds)
const stateOf = z.enum(effectStates)
const readersIn = z.enum(readers).nullable()

/** Tried again when their time has come. */
const waiting: ReadonlySet<EffectState> = new Set(['planned', 'unknown'])

function viewOf(row: EffectRow): EffectView {
  const kind = kindOf.parse(row.kind)
  const state = stateOf.parse(row.state)
  const { failure_class: failureClass, failure_message: message, parked_code: code } = row
  return {
    effectKey: row.effect_key,
    kind,
    what: effectTitle(kind, readersIn.parse(row.readers) ?? undefined),
    threadId: row.thread_id,
    ticketId: row.ticket_id,
    state,
    plannedAt: row.planned_at.toISOString(),
    parkedAt: state === 'parked' ? (row.parked_at ?? row.claimed_at ?? row.planned_at).toISOString() : null,
    lastTriedAt: row.claimed_at?.toISOString() ?? null,
    attempts: row.attempts,
    nextTryAt: waiting.has(state) ? row.not_before.toISOString() : null,
    failure: failureClass === null ? null : { class: failureClass, message: message ?? '', code },
    next: effectAdvice(kind, state, code ?? undefined),
  }
}

export interface EffectFilter {
  states: readonly EffectState[]
  limit: number
  cursor?: string | undefined
}

/** Writes of an integration in those states, the oldest wish first. */
export function readEffects(
  store: TenantStore,
  { tenantId, integrationId }: IntegrationRef,
  { states, limit, cursor }: EffectFilter,
): Promise<Page<EffectView>> {
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<EffectRow>`
      select e.*, c.ticket_id
      from effects e left join conversations c using (tenant_id, integration_id, thread_id)
      where e.tenant_id = ${tenantId} and e.integration_id = ${integrationId} and e.state <> 'confirmed'
        and e.state = any(${states}::text[])
        ${after ? sql`and (e.planned_at, e.effect_key) > (${after.at}, ${after.key})` : sql``}
      order by e.planned_at, e.effect_key limit ${limit + 1}
    `.execute(db)
    return toPage(rows, limit, viewOf, (row) => ({ at: row.planned_at, key: row.effect_key }))
  })
}

/** Those of a conversation, by key; by the primary key, since no index holds the millions that are confirmed. */
export function readEffectsByKey(
  store: TenantStore,
  { tenantId, integrationId, threadId }: ConversationRef,
  keys: readonly string[],
): Promise<Map<string, EffectView>> {
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<EffectRow>`
      select e.*, c.ticket_id
      from effects e left join conversations c using (tenant_id, integration_id, thread_id)
      where e.tenant_id = ${tenantId} and e.effect_key = any(${keys}::text[])
        and e.integration_id = ${integrationId} and e.thread_id = ${threadId}
    `.execute(db)
    return new Map(rows.map((row) => [row.effect_key, viewOf(row)]))
  })
}

/** The conversation that a write belongs to; undefined for one that this integration does not have. */
export async function conversationOfEffect(
  store: TenantStore,
  { tenantId, integrationId }: IntegrationRef,
  effectKey: string,
): Promise<ConversationRef | undefined> {
  const row = await store.inTenant(tenantId, (db) =>
    db
      .selectFrom('effects')
      .select('thread_id')
      .where('tenant_id', '=', tenantId)
      .where('effect_key', '=', effectKey)
      .where('integration_id', '=', integrationId)
      .executeTakeFirst(),
  )
  return row && { tenantId, integrationId, threadId: row.thread_id }
}
