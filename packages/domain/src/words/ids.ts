import { v5 } from 'uuid'

/** Namespace of every event id of this project; changing it would make every known fact look new. */
const eventNamespace = '6f0d2c1e-5b0a-5c57-9d0b-2f6f2f7f8f11'

export interface IntegrationRef {
  tenantId: string
  integrationId: string
}

export interface ConversationRef extends IntegrationRef {
  threadId: string
}

export const tenantStream = (tenantId: string): string => `tenant-${tenantId}`

export const integrationStream = (ref: IntegrationRef): string => `integration-${ref.tenantId}-${ref.integrationId}`

export const conversationStream = (ref: ConversationRef): string =>
  `conversation-${ref.tenantId}-${ref.integrationId}-${ref.threadId}`

/** Stands for all tenants where one is asked for; no tenant can be called that. */
export const allTenants = '*'

/** One stream for all operations of a tenant, so that two at the same moment know of each other. */
export const operationsStream = (tenantId: string): string => `operations-${tenantId}`

/**
 * The id of an event is a UUIDv5 of what happened, so that observing the same thing twice yields the same id.
 * @param streamId the stream the event belongs to
 * @param kind the event type, or a finer word where one fact can give several events
 * @param discriminator what tells this happening from others of its kind: a message id, an effect key, a revision
 */
export const eventId = (streamId: string, kind: string, discriminator: string): string =>
  v5(`${streamId}|${kind}|${discriminator}`, eventNamespace)

/** Always the same for the same name: what whoever asks first has asked for. */
export const stableId = (name: string): string => v5(name, eventNamespace)
