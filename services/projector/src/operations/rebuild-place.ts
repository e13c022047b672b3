import { z } from 'zod'
import { noDrift } from './rebuild-tables.ts'

export const place = z.object({
  /** Up to where the tables are filled; null before the first event. */
  position: z.string().nullable(),
  events: z.number(),
  /** The tables are filled up to the head of the log, as it was then. */
  filled: z.boolean(),
  /** The last tenant that was compared. */
  compared: z.string(),
  drift: z.object({ missing: z.number(), extra: z.number(), differing: z.number() }),
  longestPauseMs: z.number(),
})
export type Place = z.infer<typeof place>

export const beginning: Place = {
  position: null,
  events: 0,
  filled: false,
  compared: '',
  drift: noDrift,
  longestPauseMs: 0,
}
