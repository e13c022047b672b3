import { z } from 'zod'

/** Times in events are ISO 8601 strings in UTC, so that an event is plain JSON and reads the same for ever. */
const instant = z.string()

export const authors = ['customer', 'seller', 'operator', 'unknown'] as const
export type Author = (typeof authors)[number]

const participant = z.looseObject({ type: z.string(), id: z.string().optional(), name: z.string().optional() })

const attachment = z.looseObject({ id: z.string(), name: z.string(), size: z.number() })

/** What the thread said of itself when the message was seen. */
const threadFacts = z.looseObject({
  topic: z.looseObject({ type: z.string(), value: z.string() }),
  entities: z.array(z.looseObject({ type: z.string(), id: z.string(), label: z.string() })),
  customerId: z.string().optional(),
  customerName: z.string().optional(),
  /** EmpikPlace's own `date_updated`; the poll cursor can be rebuilt from it. */
  updatedAt: instant,
  shopReplyNeededSince: instant.nullable(),
})

export const messageReceived = z.looseObject({
  messageId: z.string(),
  author: z.enum(authors),
  /** The word EmpikPlace used; kept because new ones appear without notice. */
  authorType: z.string(),
  authorName: z.string(),
  to: z.array(participant),
  body: z.string(),
  sentAt: instant,
  attachments: z.array(attachment),
  thread: threadFacts,
})

const orderLine = z.looseObject({
  title: z.string(),
  sku: z.string(),
  quantity: z.number(),
  unitPrice: z.number(),
  total: z.number(),
})

export const orderRecorded = z.looseObject({
  orderId: z.string(),
  commercialId: z.string(),
  state: z.string(),
  createdAt: instant.optional(),
  customer: z.looseObject({ id: z.string(), firstName: z.string(), lastName: z.string() }),
  currency: z.string(),
  total: z.number(),
  lines: z.array(orderLine),
  delivery: z.looseObject({ label: z.string(), company: z.string(), tracking: z.string(), trackingUrl: z.string() }),
})

/** How an effect came to be done: by our call, by finding it done when looking it up, or by seeing it in a poll. */
const how = z.enum(['done', 'adopted', 'observed'])

export const customerLinked = z.looseObject({
  effectKey: z.string(),
  customerId: z.string(),
  thuliumCustomerId: z.number(),
  found: z.enum(['existing', 'created', 'adopted']),
  /** Number of CRM records that hold this id; above 1 the lowest record number was taken. */
  hits: z.number(),
})

export const ticketCreated = z.looseObject({
  effectKey: z.string(),
  ticketId: z.number(),
  messageId: z.string(),
  how,
})

export const messageMirrored = z.looseObject({
  effectKey: z.string(),
  messageId: z.string(),
  ticketId: z.number(),
  how,
})

export const replyRequested = z.looseObject({
  thuliumMessageId: z.number(),
  ticketId: z.number(),
  agentLogin: z.string(),
  /** As Thulium gave it, usually HTML; the text sent to the buyer is derived from it. */
  body: z.string(),
  writtenAt: instant.optional(),
  attachmentNames: z.array(z.string()),
})

export const replySent = z.looseObject({
  effectKey: z.string(),
  thuliumMessageId: z.number(),
  messageId: z.string(),
  how,
})

export const replyRefusalReasons = ['too-short', 'too-long'] as const

export const replyRefused = z.looseObject({
  thuliumMessageId: z.number(),
  reason: z.enum(replyRefusalReasons),
  length: z.number(),
})

export const commentAdded = z.looseObject({ effectKey: z.string(), ticketId: z.number(), how })

export const effectParked = z.looseObject({
  effectKey: z.string(),
  kind: z.string(),
  /** A stable code of the error catalogue, e.g. `effect.refused`. */
  code: z.string(),
  message: z.string(),
  attempts: z.number(),
})

export const effectResolved = z.looseObject({
  effectKey: z.string(),
  resolution: z.enum(['retry', 'dismiss']),
})

export type MessageReceived = z.infer<typeof messageReceived>
export type OrderRecorded = z.infer<typeof orderRecorded>
export type ReplyRequested = z.infer<typeof replyRequested>
export type ThreadFacts = z.infer<typeof threadFacts>
export type Participant = z.infer<typeof participant>
