import { z } from 'zod'

/*
 * All that an event of the feed is made of. There is no word for a text, so no text can be in one: what is not an id, a time, a
 * state or a number has no schema here, and `feed.unit` refuses every other one.
 */

/** What something is called by programs. Too narrow for a sentence, an address or a name with a space. */
export const id = (description: string): z.ZodString =>
  z
    .string()
    .regex(/^[\w.:/+-]{1,200}$/)
    .describe(description)

/** ISO 8601 in UTC. */
export const time = (description: string): z.ZodISODateTime => z.iso.datetime().describe(description)

export const count = (description: string): z.ZodNumber => z.number().describe(description)

export const yes = (description: string): z.ZodBoolean => z.boolean().describe(description)

/** One of a few words; consumers must expect new ones. */
export const state = <const T extends readonly [string, ...string[]]>(words: T, description: string) =>
  z.enum(words).describe(description)

export const how = state(
  ['done', 'adopted', 'observed'],
  'Done by our call, found done when it was looked up, or seen in a look.',
)

export const side = state(['empikplace', 'thulium'], 'Which of the two outside systems it is about.')
