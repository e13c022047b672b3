import type { z } from 'zod'
import { integrationSettings } from '../settings/integration-settings.ts'
import { replyText } from '../mail/reply-text.ts'
import * as conversation from './conversation-events.ts'
import * as integration from './integration-events.ts'
import * as tenant from './tenant-events.ts'

type Data = Record<string, unknown>

/**
 * The newest schema of every event type. `upcast` lists, for each older version, the step to the next one;
 * a version, once written to a log, is never changed (its golden file in `test/golden` holds it still).
 */
export interface EventType<S extends z.ZodType> {
  version: number
  schema: S
  upcast: Record<number, (data: Data) => Data>
}

const v1 = <S extends z.ZodType>(schema: S): EventType<S> => ({ version: 1, schema, upcast: {} })

const conversationTypes = {
  MessageReceived: {
    version: 2,
    schema: conversation.messageReceived,
    // Version 1 opened a ticket for every author but the shop itself.
    upcast: { 1: (data: Data) => ({ ...data, opensTicket: data.author !== 'seller' }) },
  },
  ConversationRouted: v1(conversation.conversationRouted),
  ReplyClockChanged: v1(conversation.replyClockChanged),
  OrderRecorded: v1(conversation.orderRecorded),
  CustomerLinked: {
    version: 2,
    schema: conversation.customerLinked,
    // Version 1 left a nameless record as it was.
    upcast: { 1: (data: Data) => ({ ...data, placeholder: false }) },
  },
  CustomerNamed: v1(conversation.customerNamed),
  CustomerLeftOutside: v1(conversation.customerLeftOutside),
  CustomerAdditionRequested: v1(conversation.customerAdditionRequested),
  TicketCreated: {
    version: 2,
    schema: conversation.ticketCreated,
    // Version 1 asked for each order once, before the ticket.
    upcast: { 1: (data: Data) => ({ ...data, orders: 1 }) },
  },
  TicketUpdated: v1(conversation.ticketUpdated),
  TicketLost: v1(conversation.ticketLost),
  TicketReopenRequested: v1(conversation.ticketReopenRequested),
  TicketReopened: v1(conversation.ticketReopened),
  MessageMirrored: v1(conversation.messageMirrored),
  ReplyRequested: {
    version: 2,
    schema: conversation.replyRequested,
    // Version 1 derived the text when it was sent.
    upcast: { 1: (data: Data) => ({ ...data, text: replyText(typeof data.body === 'string' ? data.body : '') }) },
  },
  ReplySent: v1(conversation.replySent),
  ReplyRefused: v1(conversation.replyRefused),
  CommentAdded: v1(conversation.commentAdded),
  AutoReplyRequested: v1(conversation.autoReplyRequested),
  AutoReplySent: v1(conversation.autoReplySent),
  AutoReplySkipped: v1(conversation.autoReplySkipped),
  AttachmentRelayed: v1(conversation.attachmentRelayed),
  AttachmentUnavailable: v1(conversation.attachmentUnavailable),
  EffectParked: v1(conversation.effectParked),
  EffectResolved: v1(conversation.effectResolved),
} as const

const integrationTypes = {
  IntegrationConfigured: {
    version: 2,
    schema: integrationSettings,
    // Version 1 had the first five fields alone; the schema fills in what version 2 added.
    upcast: { 1: (data: Data) => data },
  },
  CredentialsReplaced: v1(integration.credentialsReplaced),
  IntegrationAuthenticated: v1(integration.integrationAuthenticated),
  AuthenticationRejected: v1(integration.authenticationRejected),
  IntegrationStarted: v1(integration.integrationStarted),
  IntegrationStopped: v1(integration.integrationStopped),
  IntegrationDeleted: v1(integration.integrationDeleted),
  InputUnreadable: v1(integration.inputUnreadable),
  FieldMissing: v1(integration.fieldMissing),
  FieldFound: v1(integration.fieldFound),
} as const

const tenantTypes = {
  ThuliumConnected: v1(tenant.thuliumConnection),
  ThuliumCredentialsReplaced: v1(tenant.thuliumCredentialsReplaced),
} as const

export const eventTypes = { ...conversationTypes, ...integrationTypes, ...tenantTypes } as const

type EventsOf<T extends Record<string, EventType<z.ZodType>>> = {
  [K in keyof T & string]: { type: K; data: z.infer<T[K]['schema']> }
}[keyof T & string]

export type EventName = keyof typeof eventTypes
export type ConversationEvent = EventsOf<typeof conversationTypes>
export type IntegrationEvent = EventsOf<typeof integrationTypes>
export type TenantEvent = EventsOf<typeof tenantTypes>
export type DomainEvent = ConversationEvent | IntegrationEvent | TenantEvent

export const isConversationEvent = (event: DomainEvent): event is ConversationEvent =>
  Object.hasOwn(conversationTypes, event.type)

export const isIntegrationEvent = (event: DomainEvent): event is IntegrationEvent =>
  Object.hasOwn(integrationTypes, event.type)

export const isTenantEvent = (event: DomainEvent): event is TenantEvent => Object.hasOwn(tenantTypes, event.type)
