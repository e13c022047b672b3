import type { z } from 'zod'
import { eventId } from '../words/ids.ts'
import { conversationTypes } from './conversation-events.ts'
import type { ConversationEventType, EventType, Settled, Versioned } from './event-type.ts'
import { integrationTypes } from './integration-events.ts'
import { operationTypes } from './operation-events.ts'
import { tenantTypes } from './tenant-events.ts'

/** Every type of event: what is fixed about one stands in its row. */
export const eventTypes = { ...conversationTypes, ...integrationTypes, ...tenantTypes, ...operationTypes }

type EventsOf<T extends Record<string, Versioned<z.ZodType>>> = {
  [K in keyof T & string]: { type: K; data: z.infer<T[K]['schema']> }
}[keyof T & string]

type Outcomes = {
  [
    K in keyof typeof conversationTypes as (typeof conversationTypes)[K] extends { isOutcome: true } ? K : never
  ]: (typeof conversationTypes)[K]
}

export type EventName = keyof typeof eventTypes
export type ConversationEvent = EventsOf<typeof conversationTypes>
/** How an effect ended. */
export type OutcomeEvent = EventsOf<Outcomes>
export type IntegrationEvent = EventsOf<typeof integrationTypes>
export type TenantEvent = EventsOf<typeof tenantTypes>
export type OperationEvent = EventsOf<typeof operationTypes>
export type DomainEvent = ConversationEvent | IntegrationEvent | TenantEvent | OperationEvent

export const isConversationEvent = (event: DomainEvent): event is ConversationEvent =>
  Object.hasOwn(conversationTypes, event.type)

export const isIntegrationEvent = (event: DomainEvent): event is IntegrationEvent =>
  Object.hasOwn(integrationTypes, event.type)

export const isTenantEvent = (event: DomainEvent): event is TenantEvent => Object.hasOwn(tenantTypes, event.type)

export const isOperationEvent = (event: DomainEvent): event is OperationEvent =>
  Object.hasOwn(operationTypes, event.type)

/** Id of an event at the place it takes in its stream. */
export function domainEventId(streamId: string, { type, data }: DomainEvent, revision: number): string {
  const row: EventType = eventTypes[type]
  return eventId(streamId, type, row.id(data, revision))
}

/** What an event settles for good. */
export function settledByEvent({ type, data }: ConversationEvent): readonly Settled[] {
  const row: ConversationEventType = conversationTypes[type]
  return row.settles(data)
}
