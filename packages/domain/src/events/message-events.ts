import { z } from 'zod'
import { priorities } from '../settings/rules.ts'
import { authors } from '../words/authors.ts'
import { byPlace, happening, instant, settlesNothing, type DataOf } from './event-type.ts'
import { personal } from './personal.ts'

const participant = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  name: personal(z.string()).optional(),
})

const attachment = z.looseObject({ id: z.string(), name: personal(z.string()), size: z.number() })

/** What the thread said of itself when the message was seen. */
const threadFacts = z.looseObject({
  topic: z.looseObject({ type: z.string(), value: personal(z.string()) }),
  entities: z.array(z.looseObject({ type: z.string(), id: z.string(), label: personal(z.string()) })),
  customerId: z.string().optional(),
  customerName: personal(z.string()).optional(),
  /** Kinds of those who may take part and be written to, in EmpikPlace's words; absent in older facts. */
  authorized: z.array(z.string()).optional(),
  /** EmpikPlace's own `date_updated`; the poll cursor can be rebuilt from it. */
  updatedAt: instant,
  shopReplyNeededSince: instant.nullable(),
})

/** A message as it is seen, before the settings say what it means. */
const seenMessage = z.looseObject({
  messageId: z.string(),
  author: z.enum(authors),
  /** The word EmpikPlace used; kept because new ones appear without notice. */
  authorType: z.string(),
  authorName: personal(z.string()),
  to: z.array(participant),
  body: personal(z.string()),
  sentAt: instant,
  attachments: z.array(attachment),
  thread: threadFacts,
})

/** What is written in a conversation at EmpikPlace, and where it goes. */
export const messageEvents = {
  MessageReceived: happening({
    version: 3,
    schema: seenMessage.extend({
      /** Whether it is a reason to open a ticket, by the settings at that time. */
      opensTicket: z.boolean(),
      /** Enters the ticket as an internal comment, by the settings at that time; absent means no. */
      asComment: z.boolean().optional(),
      /** Its entry in the ticket says whom it is for. What was recorded earlier keeps the text that it entered the ticket with. */
      readersNoted: z.boolean().optional(),
    }),
    // Version 2 said of no buyer's message whom it was for.
    upcast: { 2: (data) => data },
    id: ({ messageId }) => messageId,
    settles: settlesNothing,
  }),

  /** Queue, category and tags of the ticket to come, and which rule chose them; recorded with the message that opens it. */
  ConversationRouted: happening({
    version: 1,
    schema: z.looseObject({
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
    }),
    id: byPlace,
    settles: settlesNothing,
  }),

  /** The buyer's clock at EmpikPlace, when it changes without a message: an answer in the panel, a "no answer needed". */
  ReplyClockChanged: happening({
    version: 1,
    schema: z.looseObject({ shopReplyNeededSince: instant.nullable(), updatedAt: instant }),
    id: byPlace,
    settles: settlesNothing,
  }),
}

export type SeenMessage = z.infer<typeof seenMessage>
export type MessageReceived = DataOf<typeof messageEvents.MessageReceived>
export type ConversationRouted = DataOf<typeof messageEvents.ConversationRouted>
export type ThreadFacts = z.infer<typeof threadFacts>
export type Participant = z.infer<typeof participant>
