import { z } from 'zod'

/** Stands where a text of a buyer was erased; people read it in lists, tickets and the console. */
export const erasedText = 'usunięto dane'

interface Personal {
  /** What is read in its place once it is erased. */
  erased: string
}

export const personalTexts = z.registry<Personal>()

/**
 * Marks a text as one of a buyer: a name, what somebody wrote, the name of a file, an address. It is sealed in the log under the key of its
 * conversation, and gone when that key is. @param erased what is read then, for texts that programs follow
 */
export const personal = (schema: z.ZodString, erased = erasedText): z.ZodString =>
  schema.register(personalTexts, { erased })

export const ourTexts = z.registry<object>()

/** Marks a text as none of a buyer's: an id, a word of one of the systems, a time, a setting of ours. */
export const ours = (schema: z.ZodString): z.ZodString => schema.register(ourTexts, {})
