import { z } from 'zod'
import { priorities } from '../settings/rules.ts'
import { authors } from '../words/authors.ts'

/** Times in events are ISO 8601 strings in UTC, so that an event is plain JSON and reads the same for ever. */
const instant = z.string()

const participant = z.looseObject({ type: z.string(), id: z.string().optional(), name: z.string().optional() })

const attachment = z.looseObject({ id: z.string(), name: z.string(), size: z.number() })

/** What the thread said of itself when the message was seen. */
const threadFacts = z.looseObject({
  topic: z.looseObject({ type: z.string(), value: z.string() }),
  entities: z.array(z.looseObject({ type: z.string(), id: z.string(), label: z.string() })),
  customerId: z.string().optional(),
  customerName: z.string().optional(),
  /** Kinds of those who may take part and be written to: `CUSTOMER`, `SHOP`, `OPERATOR`; absent in older facts. */
  authorized: z.array(z.string()).optional(),
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
  /** Whether it is a reason to open a ticket, by the settings at that time. */
  opensTicket: z.boolean(),
  /** Enters the ticket as an internal comment, by the settings at that time; absent means no. */
  asComment: z.boolean().optional(),
})

/** A message as it is seen, before the settings say what it means. */
export const seenMessage = messageReceived.omit({ opensTicket: true, asComment: true })

/** Queue, category and tags of the ticket to come, and which rule chose them; recorded with the message that opens it. */
export const conversationRouted = z.looseObject({
  /** The message on which it was decided. */
  messageId: z.string(),
  /** Absent when no rule matched and the integration's own queue and category hold. */
  rule: z.looseObject({ id: z.string(), name: z.string() }).optional(),
  queueId: z.number(),
  categoryId: z.number(),
  tags: z.array(z.string()),
  priority: z.enum(priorities).optional(),
  firstContact: z.boolean(),
  /** What EmpikPlace calls the reason code of the topic (RE01). */
  topicLabel: z.string().optional(),
})

/** The buyer's clock at EmpikPlace, when it changes without a message: an answer in the panel, a "no answer needed". */
export const replyClockChanged = z.looseObject({ shopReplyNeededSince: instant.nullable(), updatedAt: instant })

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
  /** The record is ours and nameless: the order, and with it the buyer's name, was not known yet. */
  placeholder: z.boolean(),
})

/** The record we had created without a name was looked at again when the name was known; `named` is false where somebody else had filled it in. */
export const customerNamed = z.looseObject({
  effectKey: z.string(),
  thuliumCustomerId: z.number(),
  named: z.boolean(),
})

/** The buyer has no CRM record and by the settings gets none; the ticket carries the customer id. */
export const customerLeftOutside = z.looseObject({ effectKey: z.string(), customerId: z.string() })

/** Somebody pressed "add to CRM". */
export const customerAdditionRequested = z.looseObject({ requestedBy: z.string() })

export const ticketCreated = z.looseObject({
  effectKey: z.string(),
  ticketId: z.number(),
  messageId: z.string(),
  how,
  /** How many records of the order it was made from; 0 when the order was not known yet. */
  orders: z.number(),
})

/** The ticket's custom fields were brought up to date; `fields` names them, and none when nothing of theirs had changed. */
export const ticketUpdated = z.looseObject({ effectKey: z.string(), ticketId: z.number(), fields: z.array(z.string()) })

/** The ticket is gone at Thulium: later messages go into another one that carries our mark, or into a new one. */
export const ticketLost = z.looseObject({
  ticketId: z.number(),
  reason: z.enum(['deleted', 'merged']),
  /** The other ticket with our mark, when there is one. */
  mergedInto: z.number().optional(),
})

/** The buyer wrote into a closed ticket, and Thulium left it closed. */
export const ticketReopenRequested = z.looseObject({
  ticketId: z.number(),
  /** Thulium's id of the buyer's message. */
  entryId: z.number(),
  /** The status to set, by the settings at that time; absent: the agent is told by a comment. */
  statusId: z.number().optional(),
})

export const ticketReopened = z.looseObject({
  effectKey: z.string(),
  ticketId: z.number(),
  /** `observed` when it was open again without us. */
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
  /** As Thulium gave it, usually HTML. */
  body: z.string(),
  /** What the buyer gets: plain text, footer included. Recorded, so that it stays the same whatever code sends it. */
  text: z.string(),
  /** Recipients at EmpikPlace; absent in replies of the first version, for which they are chosen when sending. */
  to: z.array(z.looseObject({ type: z.enum(['CUSTOMER', 'OPERATOR']), id: z.string().optional() })).optional(),
  writtenAt: instant.optional(),
  attachmentNames: z.array(z.string()),
})

/** A reply as it is seen in the ticket, before the settings say how it goes out. */
export const seenReply = replyRequested.omit({ text: true, to: true })

export const replySent = z.looseObject({
  effectKey: z.string(),
  thuliumMessageId: z.number(),
  messageId: z.string(),
  how,
})

export const replyRefusalReasons = ['too-short', 'too-long', 'no-customer', 'no-operator', 'moved'] as const
export type ReplyRefusalReason = (typeof replyRefusalReasons)[number]

export const replyRefused = z.looseObject({
  thuliumMessageId: z.number(),
  reason: z.enum(replyRefusalReasons),
  /** Of the text the buyer would get, in characters. */
  length: z.number(),
})

export const commentAdded = z.looseObject({ effectKey: z.string(), ticketId: z.number(), how })

export const autoReplyRequested = z.looseObject({
  /** Of the settings at that time. */
  autoReplyId: z.string(),
  name: z.string(),
  /** The buyer's message that it answers. */
  messageId: z.string(),
  text: z.string(),
  sendAt: instant,
  /** After that it would do more harm than good, and is not sent any more. */
  notAfter: instant,
  mirrorAs: z.enum(['reply', 'comment']),
})

/** `messageId` is the new message's at EmpikPlace. */
export const autoReplySent = z.looseObject({
  effectKey: z.string(),
  autoReplyId: z.string(),
  answers: z.string(),
  messageId: z.string(),
  sentAt: instant,
  how,
})

export const autoReplySkipReasons = ['answered', 'too-late', 'withdrawn'] as const

export const autoReplySkipped = z.looseObject({
  effectKey: z.string(),
  autoReplyId: z.string(),
  answers: z.string(),
  reason: z.enum(autoReplySkipReasons),
})

export const directions = ['to-thulium', 'to-empikplace'] as const

export const attachmentRelayed = z.looseObject({
  effectKey: z.string(),
  direction: z.enum(directions),
  name: z.string(),
  /** Counted on the way, not announced. */
  bytes: z.number(),
  /** In the ticket as a file or as a link; towards EmpikPlace always a file. */
  as: z.enum(['file', 'link']),
  /** The EmpikPlace message that carries it, towards EmpikPlace. */
  messageId: z.string().optional(),
  how,
})

export const attachmentUnavailable = z.looseObject({
  effectKey: z.string(),
  direction: z.enum(directions),
  name: z.string(),
  reason: z.enum(['gone', 'over-limit', 'too-many', 'type-not-allowed', 'not-fetchable', 'refused']),
  /** By how much it is over the limit of the conversation. */
  overBytes: z.number().optional(),
  limitBytes: z.number().optional(),
  message: z.string().optional(),
})

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

export type SeenMessage = z.infer<typeof seenMessage>
export type SeenReply = z.infer<typeof seenReply>
export type MessageReceived = z.infer<typeof messageReceived>
export type OrderRecorded = z.infer<typeof orderRecorded>
export type ReplyRequested = z.infer<typeof replyRequested>
export type ConversationRouted = z.infer<typeof conversationRouted>
export type AutoReplyRequested = z.infer<typeof autoReplyRequested>
export type AttachmentRelayed = z.infer<typeof attachmentRelayed>
export type AttachmentUnavailable = z.infer<typeof attachmentUnavailable>
export type TicketLost = z.infer<typeof ticketLost>
export type TicketReopenRequested = z.infer<typeof ticketReopenRequested>
export type ThreadFacts = z.infer<typeof threadFacts>
export type Participant = z.infer<typeof participant>
