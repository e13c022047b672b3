import { holdsLaneWhenParked, settledBy, type PlannedEffect } from '@connector/domain/effects'
import {
  decodeEvent,
  isConversationEvent,
  isIntegrationEvent,
  isOperationEvent,
  type TenantEvent,
} from '@connector/domain/events'
import { emptyIntegration, evolveIntegration, type IntegrationState } from '@connector/domain/integration'
import type { ConversationRef } from '@connector/domain/words'
import type { RecordedEvent } from '@connector/event-log'
import type { NewRow, Row } from '@connector/store'
import { emptyRow, foldRow, type ConversationRow } from './conversation-row.ts'
import { countEvent } from './hourly-counts.ts'
import { foldOperation, type OperationRow } from './operation-row.ts'
import { quarantineAt, type Quarantined } from './quarantine.ts'
import { refOf } from './ref-of.ts'
import { wordsOf } from './words.ts'

type EffectRow = NewRow<'effects'> & { state: 'planned' | 'unknown' | 'confirmed' }

export interface EffectMark {
  tenant_id: string
  effect_key: string
}

interface ParkedMark extends EffectMark {
  code: string
  message: string
  attempts: number
  at: Date
}

/** Of the row of an integration what does not follow from its state. */
export interface IntegrationChange extends Pick<
  Row<'integrations'>,
  'tenant_id' | 'integration_id' | 'changed_at' | 'revision'
> {
  state: IntegrationState
}

/** Everything a batch of events changes in the read models, gathered in memory so that each table is written once. */
export interface Changes {
  conversations: Map<string, ConversationRow>
  integrations: Map<string, IntegrationChange>
  tenants: Map<string, Row<'tenants'>>
  rests: Map<string, Row<'tenant_rests'>>
  customers: Map<string, Row<'customers'>>
  effects: Map<string, EffectRow>
  /** Effects of earlier batches that are settled now. */
  settled: EffectMark[]
  /** The last parking of each effect. */
  parked: Map<string, ParkedMark>
  /** Parked effects that a person wants tried again; they are looked up first. */
  unparked: Map<string, EffectMark>
  hours: Map<string, Row<'hourly_counts'>>
  /** Of each event that says something, for whoever searches. */
  words: Row<'conversation_words'>[]
  /** Conversations that are no longer found by what was written in them before an event, since their buyer was erased. */
  forgotten: (ConversationRef & { before: number })[]
  operations: Map<string, OperationRow>
  /** By stream, the event at which it stops: one that cannot be read or folded. What follows it is left out too. */
  quarantined: Map<string, Quarantined>
}

export interface Known {
  conversations: ReadonlyMap<string, ConversationRow>
  integrations: ReadonlyMap<string, IntegrationChange>
  operations: ReadonlyMap<string, OperationRow>
}

const laterOf = (recordedAt: Date, notBefore: string | undefined): Date =>
  notBefore !== undefined && Date.parse(notBefore) > recordedAt.getTime() ? new Date(notBefore) : recordedAt

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const conversationKey = (ref: ConversationRef): string => `${ref.tenantId}/${ref.integrationId}/${ref.threadId}`
export const operationKey = (tenantId: string, operationId: string): string => `${tenantId}/${operationId}`
const integrationKey = (tenantId: string, integrationId: string): string => `${tenantId}/${integrationId}`

interface GatherOptions {
  /** Whether an effect planned by this event may have been tried before: then it is looked up first. */
  rebuilding: (event: RecordedEvent) => boolean
  /** Streams that are set aside; nothing of them is folded. */
  setAside: ReadonlySet<string>
  now: Date
}

function restOf(event: TenantEvent): (Pick<Row<'tenant_rests'>, 'state'> & { reason?: string }) | undefined {
  switch (event.type) {
    case 'TenantPaused':
      return { state: 'paused', reason: event.data.reason }
    case 'TenantResumed':
      return { state: 'working' }
    case 'TenantDeleted':
      return { state: 'deleted' }
    default:
      return undefined
  }
}

/** Folds events into changes. An event that cannot be folded stops its own stream and no other. */
export function gatherChanges(
  events: readonly RecordedEvent[],
  known: Known,
  { rebuilding, setAside, now }: GatherOptions,
): Changes {
  const changes: Changes = {
    conversations: new Map(),
    integrations: new Map(),
    tenants: new Map(),
    rests: new Map(),
    customers: new Map(),
    effects: new Map(),
    settled: [],
    parked: new Map(),
    unparked: new Map(),
    hours: new Map(),
    words: [],
    forgotten: [],
    operations: new Map(),
    quarantined: new Map(),
  }

  const plan = (stored: RecordedEvent, ref: ConversationRef, planned: PlannedEffect): void => {
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
      state: rebuilding(stored) ? 'unknown' : 'planned',
      not_before: due,
      planned_at: due,
      settled_at: null,
      claimed_at: null,
      failure_class: null,
      failure_message: null,
      parked_at: null,
      parked_code: null,
    })
  }

  const settle = (stored: RecordedEvent, tenantId: string, effectKey: string): void => {
    const row = changes.effects.get(`${tenantId}/${effectKey}`)
    if (row) Object.assign(row, { state: 'confirmed', settled_at: stored.recordedAt })
    else changes.settled.push({ tenant_id: tenantId, effect_key: effectKey })
  }

  const fold = (stored: RecordedEvent): void => {
    const event = decodeEvent(stored)
    const ref = refOf(stored)
    if (isConversationEvent(event)) {
      const key = conversationKey(ref)
      const before = changes.conversations.get(key) ?? known.conversations.get(key) ?? emptyRow(ref)
      // A projection that was moved back reads events again; the row already holds them.
      if (before.revision >= stored.revision) return
      // Whatever may throw comes before anything is changed.
      const { row, effects } = foldRow(ref, before, event, stored.revision, stored.recordedAt)
      const settled = settledBy(event, ref)
      const words = wordsOf(ref, event, stored.revision)
      changes.conversations.set(key, row)
      if (words) changes.words.push(words)
      if (event.type === 'BuyerErased') changes.forgotten.push({ ...ref, before: stored.revision })
      for (const effect of effects) plan(stored, ref, effect)
      for (const effectKey of settled) settle(stored, ref.tenantId, effectKey)
      const mark = { tenant_id: ref.tenantId, effect_key: 'effectKey' in event.data ? text(event.data.effectKey) : '' }
      const effectId = `${mark.tenant_id}/${mark.effect_key}`
      if (event.type === 'EffectParked') {
        const { code, message, attempts } = event.data
        changes.parked.set(effectId, { ...mark, code, message, attempts, at: stored.recordedAt })
        // Retried and parked anew, within one batch only in a rebuild: the last word counts.
        changes.unparked.delete(effectId)
      }
      if (event.type === 'EffectResolved' && event.data.resolution === 'retry') changes.unparked.set(effectId, mark)
      countEvent(changes.hours, ref, event, stored.recordedAt, before.revision < 0)
      if (event.type === 'CustomerLinked') {
        const { customerId, thuliumCustomerId } = event.data
        changes.customers.set(`${ref.tenantId}/${customerId}`, {
          tenant_id: ref.tenantId,
          customer_id: customerId,
          thulium_customer_id: thuliumCustomerId,
        })
      }
    } else if (isIntegrationEvent(event)) {
      const key = integrationKey(ref.tenantId, ref.integrationId)
      const before = changes.integrations.get(key) ?? known.integrations.get(key)
      if (before && before.revision >= stored.revision) return
      changes.integrations.set(key, {
        tenant_id: ref.tenantId,
        integration_id: ref.integrationId,
        state: evolveIntegration(before?.state ?? emptyIntegration, event, stored.recordedAt),
        changed_at: stored.recordedAt,
        revision: stored.revision,
      })
    } else if (isOperationEvent(event)) {
      const key = operationKey(ref.tenantId, event.data.operationId)
      const before = changes.operations.get(key) ?? known.operations.get(key)
      const row = foldOperation(ref.tenantId, before, event, stored.recordedAt)
      if (row) changes.operations.set(key, row)
    } else if (event.type === 'ThuliumConnected') {
      changes.tenants.set(ref.tenantId, {
        tenant_id: ref.tenantId,
        connection: event.data,
        revision: stored.revision,
      })
    } else {
      const rest = restOf(event)
      if (rest)
        changes.rests.set(ref.tenantId, { tenant_id: ref.tenantId, reason: null, ...rest, since: stored.recordedAt })
    }
  }

  for (const stored of events) {
    if (setAside.has(stored.streamId) || changes.quarantined.has(stored.streamId)) continue
    try {
      fold(stored)
    } catch (error) {
      changes.quarantined.set(stored.streamId, quarantineAt(stored, error, now))
    }
  }
  return changes
}
