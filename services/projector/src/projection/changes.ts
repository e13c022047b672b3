import type { IntegrationState } from '@connector/domain/integration'
import type { ConversationRef } from '@connector/domain/words'
import type { NewRow, Row } from '@connector/store'
import type { ConversationRow } from './conversation-row.ts'
import type { OperationRow } from './operation-row.ts'
import type { Quarantined } from './quarantine.ts'

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

/** As it is stored: a state that this version cannot read stops its own integration, when it is needed. */
export type KnownIntegration = Omit<IntegrationChange, 'state'> & { state: unknown }

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
  integrations: ReadonlyMap<string, KnownIntegration>
  operations: ReadonlyMap<string, OperationRow>
}

export const conversationKey = (ref: ConversationRef): string => `${ref.tenantId}/${ref.integrationId}/${ref.threadId}`
export const operationKey = (tenantId: string, operationId: string): string => `${tenantId}/${operationId}`
export const integrationKey = (tenantId: string, integrationId: string): string => `${tenantId}/${integrationId}`

export const noChanges = (): Changes => ({
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
})
