import { emptyConversation, evolveConversation, type ConversationState } from '@connector/domain/conversation'
import {
  domainEventId,
  isConversationEvent,
  isIntegrationEvent,
  isOperationEvent,
  isTenantEvent,
  type ConversationEvent,
  type IntegrationEvent,
  type OperationEvent,
  type TenantEvent,
} from '@connector/domain/events'
import { emptyIntegration, evolveIntegration, type IntegrationState } from '@connector/domain/integration'
import { evolveOperations, noOperations, type OperationsState } from '@connector/domain/operations'
import { emptyTenant, evolveTenant, type TenantState } from '@connector/domain/tenant'
import {
  conversationStream,
  integrationStream,
  operationsStream,
  tenantStream,
  type ConversationRef,
  type IntegrationRef,
} from '@connector/domain/words'
import { createAppender } from './appender.ts'
import { createReader } from './reader.ts'
import { createStreams, type Cause, type Loaded, type LoadedSoFar } from './streams.ts'
import type { TenantLogs } from './tenant-logs.ts'

/**
 * Conversations, integrations and tenants as their streams tell them, and the only way to add to those streams. What has no
 * `SoFar` in its name throws `UnreadableEvent` for a stream with an event that this version cannot read.
 */
export interface Repository {
  conversation(ref: ConversationRef): Promise<Loaded<ConversationState>>
  changeConversation(
    ref: ConversationRef,
    causedBy: Cause,
    decide: (state: ConversationState) => ConversationEvent[],
  ): Promise<ConversationEvent[]>
  integration(ref: IntegrationRef): Promise<Loaded<IntegrationState>>
  /** For whoever only shows it, or asks about it among others. */
  integrationSoFar(ref: IntegrationRef): Promise<LoadedSoFar<IntegrationState>>
  changeIntegration(
    ref: IntegrationRef,
    causedBy: Cause,
    decide: (state: IntegrationState) => IntegrationEvent[],
  ): Promise<IntegrationEvent[]>
  tenant(tenantId: string): Promise<Loaded<TenantState>>
  tenantSoFar(tenantId: string): Promise<LoadedSoFar<TenantState>>
  changeTenant(tenantId: string, causedBy: Cause, decide: (state: TenantState) => TenantEvent[]): Promise<TenantEvent[]>
  /** @param tenantId or `allTenants`, for those that are about all */
  operations(tenantId: string): Promise<Loaded<OperationsState>>
  operationsSoFar(tenantId: string): Promise<LoadedSoFar<OperationsState>>
  changeOperations(
    tenantId: string,
    causedBy: Cause,
    decide: (state: OperationsState) => OperationEvent[],
  ): Promise<OperationEvent[]>
}

/** One of 20 messages takes about 30 kB. */
const keptConversations = 2_000

/** Of each account and each shop, at every look: 1 kB each, for 10 000 of them. */
const keptOfAccounts = 20_000

/**
 * @param logs the log of each tenant; of one service they may all be the same
 * @param actor who the events are from: the name of the service, which goes into their metadata
 */
export function createRepository(logs: TenantLogs, actor: string): Repository {
  // One of each for all kinds of streams, so that a caller of two kinds waits for one round trip.
  const io = { read: createReader(logs), append: createAppender(logs) }
  const conversations = createStreams<ConversationState, ConversationEvent>(io, actor, {
    empty: emptyConversation,
    accepts: isConversationEvent,
    evolve: evolveConversation,
    eventId: domainEventId,
    kept: keptConversations,
  })
  const integrations = createStreams<IntegrationState, IntegrationEvent>(io, actor, {
    empty: emptyIntegration,
    accepts: isIntegrationEvent,
    evolve: evolveIntegration,
    eventId: domainEventId,
    kept: keptOfAccounts,
  })
  const tenants = createStreams<TenantState, TenantEvent>(io, actor, {
    empty: emptyTenant,
    accepts: isTenantEvent,
    evolve: evolveTenant,
    eventId: domainEventId,
    kept: keptOfAccounts,
  })

  const operations = createStreams<OperationsState, OperationEvent>(io, actor, {
    empty: noOperations,
    accepts: isOperationEvent,
    evolve: evolveOperations,
    eventId: domainEventId,
    kept: keptOfAccounts,
  })

  const ofIntegration = (ref: IntegrationRef) => ({ streamId: integrationStream(ref), tenantId: ref.tenantId })
  const ofTenant = (tenantId: string) => ({ streamId: tenantStream(tenantId), tenantId })
  const ofOperations = (tenantId: string) => ({ streamId: operationsStream(tenantId), tenantId })
  const aboutIntegration = ({ tenantId, integrationId }: IntegrationRef) => ({ tenantId, integrationId })

  return {
    conversation: (ref) => conversations.load({ streamId: conversationStream(ref), tenantId: ref.tenantId }),
    changeConversation: (ref, causedBy, decide) =>
      conversations.change(
        {
          streamId: conversationStream(ref),
          tenantId: ref.tenantId,
          about: { ...aboutIntegration(ref), threadId: ref.threadId },
          causedBy,
        },
        decide,
      ),
    integration: (ref) => integrations.load(ofIntegration(ref)),
    integrationSoFar: (ref) => integrations.loadSoFar(ofIntegration(ref)),
    changeIntegration: (ref, causedBy, decide) =>
      integrations.change({ ...ofIntegration(ref), about: aboutIntegration(ref), causedBy }, decide),
    tenant: (tenantId) => tenants.load(ofTenant(tenantId)),
    tenantSoFar: (tenantId) => tenants.loadSoFar(ofTenant(tenantId)),
    changeTenant: (tenantId, causedBy, decide) =>
      tenants.change({ ...ofTenant(tenantId), about: {}, causedBy }, decide),
    operations: (tenantId) => operations.load(ofOperations(tenantId)),
    operationsSoFar: (tenantId) => operations.loadSoFar(ofOperations(tenantId)),
    changeOperations: (tenantId, causedBy, decide) =>
      operations.change({ ...ofOperations(tenantId), about: {}, causedBy }, decide),
  }
}
