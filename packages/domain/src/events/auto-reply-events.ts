import { z } from 'zod'
import { happening, how, instant, outcome, settlesNothing, type DataOf } from './event-type.ts'
import { personal } from './personal.ts'

/** Answers that the settings ask for. */
export const autoReplyEvents = {
  AutoReplyRequested: happening({
    version: 1,
    schema: z.looseObject({
      /** Of the settings at that time. */
      autoReplyId: z.string(),
      name: z.string(),
      /** The buyer's message that it answers. */
      messageId: z.string(),
      text: personal(z.string()),
      sendAt: instant,
      /** After that it would do more harm than good, and is not sent any more. */
      notAfter: instant,
      mirrorAs: z.enum(['reply', 'comment']),
    }),
    id: ({ messageId, autoReplyId }) => `${messageId}/${autoReplyId}`,
    settles: settlesNothing,
  }),

  /** `messageId` is the new message's at EmpikPlace. */
  AutoReplySent: outcome({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      autoReplyId: z.string(),
      answers: z.string(),
      messageId: z.string(),
      sentAt: instant,
      how,
    }),
  }),

  AutoReplySkipped: outcome({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      autoReplyId: z.string(),
      answers: z.string(),
      reason: z.enum(['answered', 'too-late', 'withdrawn']),
    }),
  }),
}

export type AutoReplyRequested = DataOf<typeof autoReplyEvents.AutoReplyRequested>
