import { fieldOwners, healthLevels, integrationSettings } from '@connector/domain'
import { z } from 'zod'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const instant = z.iso.datetime()

/** Name of a Thulium account: it becomes a part of a host name. */
export const systemName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'Lower-case letters, digits and hyphens, as in {system}.thulium.com')

export const tenantParams = z.object({ tenantId: systemName })
export const integrationParams = tenantParams.extend({ integrationId: z.uuid() })
/** EmpikPlace's thread ids are UUIDs today and documented as opaque. */
export const conversationParams = integrationParams.extend({ threadId: z.string().min(1).max(200) })

/** Not trimmed: a secret is what it is. */
export const secret = z.string().min(1).max(500)

const domainName = z.string().regex(/^(?=.{1,190}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'A domain name in lower case')

/** Without the password. */
export const thuliumSettings = z.strictObject({
  apiUser: text(200),
  mailbox: z.email().max(200),
  agentLogin: text(200),
  threadField: text(200),
  orderField: text(200).optional(),
  sinkDomain: domainName.optional(),
})

export const tenantView = z.object({
  tenantId: z.string(),
  system: z.string(),
  apiUser: z.string(),
  mailbox: z.string(),
  agentLogin: z.string(),
  threadField: z.string(),
  orderField: z.string().nullable(),
  sinkDomain: z.string(),
})

export const integrationStatuses = ['configured', 'running', 'stopped', 'credentials-rejected'] as const
const status = z.enum(integrationStatuses)

export const statusAnswer = z.object({ status })

export const integrationView = integrationSettings.extend({
  integrationId: z.string(),
  status,
  startedAt: instant.nullable(),
  authenticated: z.object({ empikplace: z.boolean(), thulium: z.boolean() }),
})
export type IntegrationView = z.infer<typeof integrationView>

const sideStatus = z.object({
  lastSuccessAt: instant.nullable(),
  nextPollAt: instant.nullable(),
  failures: z.number(),
  lastFailure: z.object({ class: z.string(), message: z.string() }).nullable(),
})

export const statusView = z.object({
  status,
  startedAt: instant.nullable(),
  health: z.object({
    level: z.enum(healthLevels),
    /** Null where the facts do not tell. */
    since: instant.nullable(),
    reason: z.object({ pl: z.string(), en: z.string() }),
  }),
  sides: z.object({ empikplace: sideStatus, thulium: sideStatus }),
  effects: z.object({
    waiting: z.number(),
    uncertain: z.number(),
    parked: z.number(),
    oldestWaitingAt: instant.nullable(),
  }),
  conversations: z.number(),
  tickets: z.number(),
  repliesPending: z.number(),
  repliesSent: z.number(),
  /** Conversations in which the buyer has waited longer than the settings allow. */
  overdueReplies: z.number(),
  /** Custom fields of Thulium that were renamed or removed. */
  missingFields: z.array(z.object({ of: z.enum(fieldOwners), name: z.string(), since: instant })),
})
export type StatusView = z.infer<typeof statusView>

export const conversationView = z.object({
  integrationId: z.string(),
  threadId: z.string(),
  subject: z.string(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  orderId: z.string().nullable(),
  /** The buyer has no CRM record, by the settings; `add-to-crm` gives him one. */
  outsideCrm: z.boolean(),
  ticketId: z.number().nullable(),
  messageCount: z.number(),
  lastMessageAt: instant.nullable(),
  lastAuthor: z.string().nullable(),
  repliesPending: z.number(),
  repliesSent: z.number(),
  /** EmpikPlace's own clock: since when it waits for the shop's answer. */
  replyNeededSince: instant.nullable(),
  /** By the time to reply of the integration's settings. */
  replyDueAt: instant.nullable(),
  overdue: z.boolean(),
  changedAt: instant,
  waitingEffects: z.number(),
  parkedEffects: z.number(),
})
export type ConversationView = z.infer<typeof conversationView>

export const conversationDetail = conversationView.extend({
  events: z.array(z.object({ type: z.string(), recordedAt: instant, data: z.record(z.string(), z.json()) })),
})
