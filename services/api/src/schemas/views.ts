import { integrationSettings, systemName, thuliumAccount } from '@connector/domain/settings'
import { inBoth, isPlainLine, plainLineMessage } from '@connector/domain/words'
import { z } from 'zod'
import { field } from './field.ts'

/** A name, in one line. */
export const plainText = (longest: number) =>
  z.string().trim().min(1).max(longest).refine(isPlainLine, inBoth(plainLineMessage))
export const instant = z.iso.datetime()
export const exampleTime = '2026-03-02T08:15:00.000Z'

export const tenantId = field(systemName, 'Id of the tenant: the system name of its Thulium account.', 'demo-sklep')
export const integrationId = field(
  z.uuid(),
  'Id of the integration, one EmpikPlace shop.',
  '5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11',
)
const threadId = field(
  z.string().min(1).max(200),
  'Id of the conversation at EmpikPlace.',
  'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01',
)

export const tenantParams = z.object({ tenantId })
export const integrationParams = tenantParams.extend({ integrationId })
/** EmpikPlace's thread ids are UUIDs today and documented as opaque. */
export const conversationParams = integrationParams.extend({ threadId })

/** Not trimmed: a secret is what it is. */
export const secret = z.string().min(1).max(500)
export const apiKey = field(
  secret,
  'Key of the EmpikPlace API. It is stored encrypted and never answered.',
  'klucz-sklepu',
)

export const linkToken = field(
  z.string(),
  'The signed part of a link in a ticket.',
  'eyJ0IjoiZGVtby1za2xlcCJ9.c2lnbmF0dXJh',
)

/** A text for people, in both languages. */
export const bothLanguages = z
  .object({
    pl: field(z.string(), 'In Polish.', 'Kolejka istnieje.'),
    en: field(z.string(), 'In English.', 'The queue exists.'),
  })
  .meta({ id: 'BothLanguages', description: 'A text for people, in both languages.' })

/** Without the password. */
export const thuliumSettings = thuliumAccount.omit({ system: true })

const { system, orderField, sinkDomain } = thuliumAccount.shape

export const tenantView = z
  .object({
    tenantId,
    ...thuliumAccount.shape,
    system: z.string().meta(system.meta() ?? {}),
    orderField: orderField
      .unwrap()
      .nullable()
      .meta(orderField.meta() ?? {}),
    sinkDomain: sinkDomain.unwrap().meta(sinkDomain.meta() ?? {}),
  })
  .meta({ id: 'Tenant' })

export const integrationStatuses = ['configured', 'running', 'stopped', 'credentials-rejected'] as const
export const status = field(
  z.enum(integrationStatuses),
  'What the integration does: `configured` has never run, `credentials-rejected` was stopped by rejections.',
)

export const statusAnswer = z.object({ status }).meta({ id: 'StatusAnswer' })

export const integrationView = integrationSettings
  .extend({
    integrationId,
    status,
    startedAt: field(instant.nullable(), 'When it was first started; older messages get no tickets.', exampleTime),
    authenticated: field(
      z.object({
        empikplace: field(z.boolean(), 'EmpikPlace accepted the key the last time it was tried.'),
        thulium: field(z.boolean(), 'Thulium accepted the password the last time it was tried.'),
      }),
      'Whether both sides accepted their credentials.',
    ),
  })
  .meta({ id: 'Integration' })
export type IntegrationView = z.infer<typeof integrationView>

export const count = (description: string, example: number) => field(z.int().min(0), description, example)

export const conversationView = z
  .object({
    integrationId,
    threadId,
    subject: field(z.string(), 'Subject of the ticket.', 'Zamówienie 12345678-A'),
    customerId: field(z.string().nullable(), 'Id of the buyer at EmpikPlace.', 'c-1000123'),
    customerName: field(
      z.string().nullable(),
      'Name of the buyer, once an order or a message tells it.',
      'Jan Testowy',
    ),
    orderId: field(z.string().nullable(), 'Number of the order it is about, the first of several.', '12345678-A'),
    orderIds: field(z.array(z.string()), 'Numbers of all orders it is about.', ['12345678-A']),
    outsideCrm: field(
      z.boolean(),
      'The buyer has no CRM record, by the settings; `addConversationToCrm` gives him one.',
    ),
    ticketId: field(z.int().nullable(), 'Number of the ticket in Thulium, once there is one.', 4711),
    ticketClosed: field(z.boolean(), 'Whether the ticket was closed at the last look.'),
    messageCount: count('Messages in the conversation.', 4),
    lastMessageAt: field(instant.nullable(), 'When the last message was written.', exampleTime),
    lastAuthor: field(
      z.string().nullable(),
      'Who wrote it: `customer`, `seller`, `operator` or `unknown`.',
      'customer',
    ),
    lastWords: field(
      z.string(),
      'How it begins, in at most 140 characters; empty where that is not known yet, and of a buyer who was erased.',
      'Dzień dobry, kiedy wyjdzie paczka?',
    ),
    hasFiles: field(z.boolean(), 'Whether a message or a reply of it had files.'),
    hasIncident: field(z.boolean(), 'Whether the buyer has opened an incident about one of its orders.'),
    repliesPending: count('Replies of agents on their way to the buyer.', 0),
    repliesSent: count('Replies of agents that reached EmpikPlace.', 1),
    replyNeededSince: field(
      instant.nullable(),
      'EmpikPlace’s own clock: since when it waits for the shop’s answer. An automatic answer stops it.',
      exampleTime,
    ),
    replyDueAt: field(instant.nullable(), 'By the time to reply of the integration’s settings.', exampleTime),
    unansweredSince: field(
      instant.nullable(),
      'Since when the buyer waits for an answer of a person; no automatic answer and no word to the operator alone stops it.',
      exampleTime,
    ),
    unansweredDueAt: field(instant.nullable(), 'By the time to reply of the integration’s settings.', exampleTime),
    overdue: field(z.boolean(), 'The time to reply has passed, by one of the two clocks at least.'),
    unansweredOverdue: field(z.boolean(), 'It has passed without an answer of a person.'),
    changedAt: field(instant, 'When anything in it last changed; lists are ordered by it.', exampleTime),
    waitingEffects: count('Writes to the outside that are to be done.', 0),
    parkedEffects: count('Writes that need a person.', 0),
  })
  .meta({ id: 'Conversation' })
export type ConversationView = z.infer<typeof conversationView>

export const conversationCounts = z
  .object({
    all: count('All of them.', 214),
    waiting: count('EmpikPlace waits for the shop’s answer, or the customer for that of a person.', 3),
    overdue: count('The time to reply has passed.', 1),
    operator: count('The last message is the operator’s.', 2),
    outsideCrm: count('The buyer has no CRM record.', 40),
    parked: count('A write needs a person.', 0),
  })
  .meta({ id: 'ConversationCounts' })
export type ConversationCounts = z.infer<typeof conversationCounts>
