import { z } from 'zod'
import { authors } from '../words/authors.ts'
import { happening, how, instant, outcome, settlesNothing, type DataOf } from './event-type.ts'

/** The life of the ticket, and what is added to it. */
export const ticketEvents = {
  TicketCreated: outcome({
    version: 4,
    schema: z.looseObject({
      effectKey: z.string(),
      ticketId: z.number(),
      messageId: z.string(),
      how,
      /** How many records of the order it was made from; 0 when the order was not known yet. */
      orders: z.number(),
      /** Custom fields whose values Thulium refused, so that the ticket was made without them. */
      fieldsRefused: z.array(z.string()).optional(),
      /** Custom fields that Thulium does not have, of which the first comment tells. */
      fieldsMissing: z.array(z.string()).optional(),
      /** When it was made, which is the date that Thulium gives to its first message; absent where nobody knows. */
      createdAt: instant.optional(),
    }),
    // Version 2 parked a ticket with a value that was refused, version 3 did not tell when it was made.
    upcast: { 2: (data) => data, 3: (data) => data },
  }),

  /** The ticket's custom fields were brought up to date; `fields` names them, and none when nothing of theirs had changed. */
  TicketUpdated: outcome({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      ticketId: z.number(),
      fields: z.array(z.string()),
      /** Custom fields that Thulium does not have, and of which the ticket does not tell yet. */
      fieldsMissing: z.array(z.string()).optional(),
    }),
  }),

  /** The ticket is gone at Thulium: later messages go into another one that carries our mark, or into a new one. */
  TicketLost: happening({
    version: 1,
    schema: z.looseObject({
      ticketId: z.number(),
      reason: z.enum(['deleted', 'merged']),
      /** The other ticket with our mark, when there is one. */
      mergedInto: z.number().optional(),
    }),
    id: ({ ticketId }) => String(ticketId),
    settles: settlesNothing,
  }),

  /** Somebody at EmpikPlace wrote into a closed ticket, and Thulium left it closed. */
  TicketReopenRequested: happening({
    version: 1,
    schema: z.looseObject({
      ticketId: z.number(),
      /** Thulium's id of the message. */
      entryId: z.number(),
      /** Who wrote it, where it is one of the conversation; events from before this was recorded are about the buyer. */
      author: z.enum(authors).optional(),
      /** The status to set, by the settings at that time; absent: the agent is told by a comment. */
      statusId: z.number().optional(),
    }),
    id: ({ entryId }) => String(entryId),
    settles: settlesNothing,
  }),

  TicketReopened: outcome({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      ticketId: z.number(),
      /** `observed` when it was open again without us. */
      how,
    }),
  }),

  MessageMirrored: outcome({
    version: 1,
    schema: z.looseObject({ effectKey: z.string(), messageId: z.string(), ticketId: z.number(), how }),
  }),

  CommentAdded: outcome({
    version: 1,
    schema: z.looseObject({ effectKey: z.string(), ticketId: z.number(), how }),
  }),
}

export type TicketLost = DataOf<typeof ticketEvents.TicketLost>
export type TicketReopenRequested = DataOf<typeof ticketEvents.TicketReopenRequested>
