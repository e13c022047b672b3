import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { z } from 'zod'
import {
  erasedText,
  eventTypes,
  personalPlan,
  withoutPersonal,
  type EventName,
  type StoredEvent,
} from '../src/events/index.ts'
import { ourTexts, personalTexts } from '../src/events/personal.ts'

/** Texts of events that are not a buyer's, of before they could be marked so in their row. Whatever is new is marked there. */
const notPersonal: Partial<Record<EventName, readonly string[]>> = {
  MessageReceived: [
    ...['messageId', 'authorType', 'to[].type', 'to[].id', 'attachments[].id', 'thread.topic.type'],
    ...['thread.entities[].type', 'thread.entities[].id', 'thread.customerId', 'thread.authorized[]'],
  ],
  ConversationRouted: ['messageId', 'rule.id', 'rule.name', 'tags[]', 'topicLabel'],
  OrderRecorded: [
    ...['orderId', 'commercialId', 'state', 'customer.id', 'currency'],
    ...['delivery.label', 'delivery.company'],
  ],
  CustomerLinked: ['effectKey', 'customerId'],
  CustomerNamed: ['effectKey'],
  CustomerLeftOutside: ['effectKey', 'customerId'],
  CustomerAdditionRequested: ['requestedBy'],
  TicketCreated: ['effectKey', 'messageId', 'fieldsRefused[]', 'fieldsMissing[]'],
  TicketUpdated: ['effectKey', 'fields[]', 'fieldsMissing[]'],
  TicketReopened: ['effectKey'],
  MessageMirrored: ['effectKey', 'messageId'],
  CommentAdded: ['effectKey'],
  // An agent's login is none of a buyer.
  ReplyRequested: [...['agentLogin', 'leftOut[].kind', 'to[].id', 'filesTo[].id', 'files[].fileId']],
  ReplyWithdrawn: ['effectKey', 'withdrawnBy'],
  CommentWritten: ['commentId', 'writtenBy'],
  ReplySent: ['effectKey', 'messageId'],
  ReplyCorrected: ['correctedBy'],
  AutoReplyRequested: ['autoReplyId', 'name', 'messageId'],
  AutoReplySent: ['effectKey', 'autoReplyId', 'answers', 'messageId'],
  AutoReplySkipped: ['effectKey', 'autoReplyId', 'answers'],
  AttachmentRelayed: ['effectKey', 'messageId'],
  AttachmentUnavailable: ['effectKey'],
  EffectParked: ['effectKey', 'kind', 'code'],
  EffectResolved: ['effectKey'],
  BuyerErased: ['operationId', 'stopped[]'],
  InputUnreadable: ['operation', 'inputId'],
  IntegrationAuthenticated: ['accountName'],
  AuthenticationRejected: ['operation', 'message'],
  FieldMissing: ['name'],
  FieldFound: ['name'],
  OperationRequested: [
    ...['operationId', 'kind', 'requestedBy', 'reason', 'scope.integrationId', 'scope.threadId'],
    ...['scope.effectKinds[]', 'scope.codes[]', 'scope.customerId'],
  ],
  OperationProgressed: ['operationId'],
  OperationFinished: ['operationId', 'result{}'],
  OperationCancelled: ['operationId', 'cancelledBy'],
  OperationFailed: ['operationId', 'message'],
  ThuliumConnected: ['system', 'apiUser', 'mailbox', 'agentLogin', 'threadField', 'orderField', 'sinkDomain'],
  TenantPaused: ['reason'],
}

/** Of settings, which a person types about the shop: every text of them is of the shop. */
const isSettings = (name: EventName): boolean => name === 'IntegrationConfigured'

/** Paths of the texts of a schema, and whether each is marked. */
function textsOf(schema: z.ZodType, path = ''): { path: string; marked: boolean; isOurs: boolean }[] {
  if (schema instanceof z.ZodString) return [{ path, marked: personalTexts.has(schema), isOurs: ourTexts.has(schema) }]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      textsOf(field, path === '' ? name : `${path}.${name}`),
    )
  if (schema instanceof z.ZodArray) return textsOf(schema.element as z.ZodType, `${path}[]`)
  if (schema instanceof z.ZodRecord) return textsOf(schema.valueType as z.ZodType, `${path}{}`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textsOf(option as z.ZodType, path))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return textsOf(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean || schema instanceof z.ZodEnum) return []
  throw new Error(`What is in ${path} is not known to this test.`)
}

t.test('every text of an event is marked as a buyer’s, or stands on the list of those that are not', (t) => {
  for (const name of Object.keys(eventTypes) as EventName[]) {
    if (isSettings(name)) continue
    const texts = textsOf(eventTypes[name].schema)
    const open = texts.filter(({ marked, isOurs }) => !marked && !isOurs).map(({ path }) => path)
    t.strictSame([...new Set(open)].sort(), [...(notPersonal[name] ?? [])].sort(), name)
    const marked = texts.filter((text) => text.marked)
    t.notOk(
      texts.some((text) => text.marked && text.isOurs),
      `${name}: no text is both`,
    )
    t.ok(marked.length === 0 || personalPlan(name), `${name} is sealed when it has personal texts`)
  }
  t.end()
})

const golden = new URL('golden/', import.meta.url)

t.test('without what is personal, an event is as readable as before and keeps nothing of it', (t) => {
  for (const file of readdirSync(golden)) {
    const { type, schemaVersion, data } = JSON.parse(readFileSync(new URL(file, golden), 'utf8')) as StoredEvent
    const { version, schema } = eventTypes[type as EventName]
    if (schemaVersion !== version) continue
    const blank = withoutPersonal(type, data)
    t.ok(schema.safeParse(blank).success, file)
  }
  t.strictSame(
    withoutPersonal('OrderRecorded', {
      customer: { id: '7', firstName: 'Ewa', lastName: '' },
      delivery: { trackingUrl: 'https://a' },
    }),
    { customer: { id: '7', firstName: erasedText, lastName: '' }, delivery: { trackingUrl: '' } },
  )
  t.end()
})
