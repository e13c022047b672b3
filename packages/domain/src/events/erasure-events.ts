import { z } from 'zod'
import { happening, type DataOf } from './event-type.ts'

/** That what was known of a buyer is gone. */
export const erasureEvents = {
  /** What was recorded of this conversation before has lost its names and texts; what comes after is kept as ever. */
  BuyerErased: happening({
    version: 1,
    schema: z.looseObject({
      operationId: z.string(),
      /** What is sealed under keys up to this one cannot be opened any more. */
      generation: z.number(),
      /** Writes that were to come and are not made. */
      stopped: z.array(z.string()),
    }),
    id: ({ operationId }) => operationId,
    settles: ({ stopped }) => stopped.map((effectKey) => ({ effectKey })),
  }),
}

export type BuyerErased = DataOf<typeof erasureEvents.BuyerErased>
