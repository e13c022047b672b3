import { z } from 'zod'
import { byPlace, happening, settlesNothing } from './event-type.ts'
import { personal } from './personal.ts'

/** Effects that need a person, and what that person decides. */
export const effectEvents = {
  EffectParked: happening({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      kind: z.string(),
      /** A stable code of the error catalogue, e.g. `effect.refused`. */
      code: z.string(),
      /** What the other side said; it may repeat what was sent. */
      message: personal(z.string()),
      attempts: z.number(),
    }),
    id: byPlace,
    settles: settlesNothing,
  }),

  EffectResolved: happening({
    version: 1,
    schema: z.looseObject({
      effectKey: z.string(),
      resolution: z.enum(['retry', 'dismiss']),
      /** Why it was given up, in the words of whoever did; people name buyers in it. */
      reason: personal(z.string()).optional(),
    }),
    id: byPlace,
    settles: ({ effectKey, resolution }) => (resolution === 'dismiss' ? [{ effectKey }] : []),
  }),
}
