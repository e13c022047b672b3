import { z } from 'zod'
import { recipientTypes } from '../words/mirakl.ts'
import { byPlace, happening, how, instant, outcome, settlesNothing, type DataOf } from './event-type.ts'
import { personal } from './personal.ts'

const replyRefusalReasons = [
  'too-short',
  'too-long',
  'no-customer',
  'no-operator',
  'moved',
  'own-login',
  'buyer-waits',
  'files-unnamed',
] as const
export type ReplyRefusalReason = (typeof replyRefusalReasons)[number]

/** How recipients that the agent did not name were chosen. */
const recipientChoices = ['last-writer', 'waiting-buyer', 'setting'] as const
export type RecipientChoice = (typeof recipientChoices)[number]

/** Where a reply is written, where that is not the ticket: its id is below zero then, since Thulium's are above. */
const writtenIn = ['console'] as const

const recipients = z.array(z.looseObject({ type: z.enum(recipientTypes), id: z.string().optional() }))

/** A reply as it is seen in the ticket, before the settings say how it goes out. */
const seenReply = z.looseObject({
  thuliumMessageId: z.number(),
  ticketId: z.number(),
  agentLogin: z.string(),
  /** As Thulium gave it, usually HTML. */
  body: personal(z.string()),
  writtenAt: instant.optional(),
  attachmentNames: z.array(personal(z.string())),
})

/** Agents' answers on their way to the buyer. */
export const replyEvents = {
  ReplyRequested: happening({
    version: 5,
    schema: seenReply.extend({
      /** What the buyer gets: plain text, footer included. Recorded, so that it stays the same whatever code sends it. */
      text: personal(z.string()),
      /** What of the body the buyer does not get, and how what was cut off begins; absent when nothing worth telling. */
      leftOut: z.array(z.looseObject({ kind: z.string(), begins: personal(z.string()).optional() })).optional(),
      /** Recipients at EmpikPlace; where they are absent they are chosen when sending. */
      to: recipients.optional(),
      /** Those of them who get its files, none perhaps; absent without files, and where all of them do. */
      filesTo: recipients.optional(),
      /** Present where the agent is told who gets it, since he may have meant somebody else. */
      chosenBy: z.enum(recipientChoices).optional(),
      /** Absent for an entry of the ticket. Then the agent's login is the name of the access key he wrote with. */
      writtenIn: z.enum(writtenIn).optional(),
      /** Not before then, so that it can be taken back until then. */
      sendAt: instant.optional(),
      /** Files that were handed over with it, in the order of their names: the ticket does not have them. */
      files: z.array(z.looseObject({ fileId: z.string(), bytes: z.number() })).optional(),
    }),
    // Version 2 told nobody what it left out, version 3 nobody whom it went to; up to version 4 all came from a ticket.
    upcast: { 2: (data) => data, 3: (data) => data, 4: (data) => data },
    id: ({ thuliumMessageId }) => String(thuliumMessageId),
    settles: settlesNothing,
  }),

  ReplySent: outcome({
    version: 1,
    schema: z.looseObject({ effectKey: z.string(), thuliumMessageId: z.number(), messageId: z.string(), how }),
  }),

  /** A person has changed the text of a reply that EmpikPlace refused, for it to be sent. */
  ReplyCorrected: happening({
    version: 1,
    schema: z.looseObject({
      thuliumMessageId: z.number(),
      /** What the buyer gets instead, footer included. */
      text: personal(z.string()),
      /** Whose credential did it: the id of an access key. */
      correctedBy: z.string(),
    }),
    id: byPlace,
    settles: settlesNothing,
  }),

  ReplyRefused: happening({
    version: 2,
    schema: z.looseObject({
      thuliumMessageId: z.number(),
      reason: z.enum(replyRefusalReasons),
      /** Of the text the buyer would get, in characters. */
      length: z.number(),
    }),
    // Version 1 knew fewer reasons.
    upcast: { 1: (data) => data },
    id: ({ thuliumMessageId }) => String(thuliumMessageId),
    settles: ({ thuliumMessageId }) => [{ sendingOf: thuliumMessageId }],
  }),

  /** Whoever wrote it in the console took it back before it was due. */
  ReplyWithdrawn: happening({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      thuliumMessageId: z.number(),
      /** Whose credential did it: the id of an access key. */
      withdrawnBy: z.string(),
    }),
    id: ({ thuliumMessageId }) => String(thuliumMessageId),
    settles: ({ effectKey }) => [{ effectKey }],
  }),

  /** An internal comment for the ticket, written in the console; nobody at EmpikPlace sees it. */
  CommentWritten: happening({
    version: 1,
    schema: z.looseObject({
      commentId: z.string(),
      text: personal(z.string()),
      /** Name of the access key it was written with. */
      writtenBy: z.string(),
      writtenAt: instant,
    }),
    id: ({ commentId }) => commentId,
    settles: settlesNothing,
  }),
}

export type SeenReply = z.infer<typeof seenReply>
export type ReplyRequested = DataOf<typeof replyEvents.ReplyRequested>
export type CommentWritten = DataOf<typeof replyEvents.CommentWritten>
