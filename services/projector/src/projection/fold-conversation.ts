import { holdsLaneWhenParked, settledBy, type PlannedEffect } from '@connector/domain/effects'
import type { ConversationEvent } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import type { RecordedEvent } from '@connector/event-log'
import { conversationKey, type Changes, type Known } from './changes.ts'
import { emptyRow, foldRow } from './conversation-row.ts'
import { countEvent } from './hourly-counts.ts'
import { wordsOf } from './words.ts'

const laterOf = (recordedAt: Date, notBefore: string | undefined): Date =>
  notBefore !== undefined && Date.parse(notBefore) > recordedAt.getTime() ? new Date(notBefore) : recordedAt

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** @param mayHaveBeenTried then it is looked up first */
const plan = (
  changes: Changes,
  stored: RecordedEvent,
  ref: ConversationRef,
  planned: PlannedEffect,
  mayHaveBeenTried: boolean,
): void => {
  // One that is due later counts as waiting only from then on.
  const due = laterOf(stored.recordedAt, planned.notBefore)
  changes.effects.set(`${ref.tenantId}/${planned.key}`, {
    tenant_id: ref.tenantId,
    effect_key: planned.key,
    integration_id: ref.integrationId,
    thread_id: ref.threadId,
    lane: planned.lane,
    kind: planned.kind,
    subject: planned.subject,
    readers: planned.readers ?? null,
    seq: planned.seq,
    holds_lane: holdsLaneWhenParked(planned.kind),
    state: mayHaveBeenTried ? 'unknown' : 'planned',
    not_before: due,
    planned_at: due,
    settled_at: null,
    claimed_at: null,
    failure_class: null,
    failure_message: null,
    parked_at: null,
    parked_code: null,
    traceparent: text(stored.metadata.traceparent) || null,
  })
}

const settle = (changes: Changes, stored: RecordedEvent, tenantId: string, effectKey: string): void => {
  const row = changes.effects.get(`${tenantId}/${effectKey}`)
  if (row) Object.assign(row, { state: 'confirmed', settled_at: stored.recordedAt })
  else changes.settled.push({ tenant_id: tenantId, effect_key: effectKey })
}

/** @param mayHaveBeenTried whether effects planned by this event may have been tried before */
export function foldConversation(
  changes: Changes,
  known: Known['conversations'],
  stored: RecordedEvent,
  ref: ConversationRef,
  event: ConversationEvent,
  mayHaveBeenTried: boolean,
): void {
  const key = conversationKey(ref)
  const before = changes.conversations.get(key) ?? known.get(key) ?? emptyRow(ref)
  // A projection that was moved back reads events again; the row already holds them.
  if (before.revision >= stored.revision) return
  // Whatever may throw comes before anything is changed.
  const { row, effects } = foldRow(ref, before, event, stored.revision, stored.recordedAt)
  const settled = settledBy(event, ref)
  const words = wordsOf(ref, event, stored.revision)
  changes.conversations.set(key, row)
  if (words) changes.words.push(words)
  if (event.type === 'BuyerErased') changes.forgotten.push({ ...ref, before: stored.revision })
  for (const effect of effects) plan(changes, stored, ref, effect, mayHaveBeenTried)
  for (const effectKey of settled) settle(changes, stored, ref.tenantId, effectKey)
  const mark = { tenant_id: ref.tenantId, effect_key: 'effectKey' in event.data ? text(event.data.effectKey) : '' }
  const effectId = `${mark.tenant_id}/${mark.effect_key}`
  if (event.type === 'EffectParked') {
    const { code, message, attempts } = event.data
    changes.parked.set(effectId, { ...mark, code, message, attempts, at: stored.recordedAt })
    // Retried and parked anew, within one batch only in a rebuild: the last word counts.
    changes.unparked.delete(effectId)
  }
  if (event.type === 'EffectResolved' && event.data.resolution === 'retry') changes.unparked.set(effectId, mark)
  countEvent(changes.hours, ref, event, stored.recordedAt, before, row)
  if (event.type === 'CustomerLinked') {
    const { customerId, thuliumCustomerId } = event.data
    changes.customers.set(`${ref.tenantId}/${customerId}`, {
      tenant_id: ref.tenantId,
      customer_id: customerId,
      thulium_customer_id: thuliumCustomerId,
    })
  }
}
