import { z } from 'zod'
import { how, outcome, type DataOf } from './event-type.ts'
import { personal } from './personal.ts'

const direction = z.enum(['to-thulium', 'to-empikplace'])

/** Files on their way, in both directions. */
export const fileEvents = {
  AttachmentRelayed: outcome({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      direction,
      name: personal(z.string()),
      /** Counted on the way, not announced. */
      bytes: z.number(),
      /** In the ticket as a file or as a link; towards EmpikPlace always a file. */
      as: z.enum(['file', 'link']),
      /** The EmpikPlace message that carries it, towards EmpikPlace. */
      messageId: z.string().optional(),
      how,
    }),
  }),

  AttachmentUnavailable: outcome({
    version: 2,
    schema: z.looseObject({
      effectKey: z.string(),
      direction,
      name: personal(z.string()),
      reason: z.enum(['gone', 'over-limit', 'too-many', 'type-not-allowed', 'not-fetchable', 'refused', 'unnamed']),
      /** By how much it is over the limit of the conversation. */
      overBytes: z.number().optional(),
      limitBytes: z.number().optional(),
      message: personal(z.string()).optional(),
    }),
    // Version 1 knew fewer reasons.
    upcast: { 1: (data) => data },
  }),
}

export type AttachmentRelayed = DataOf<typeof fileEvents.AttachmentRelayed>
export type AttachmentUnavailable = DataOf<typeof fileEvents.AttachmentUnavailable>
