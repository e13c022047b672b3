import { z } from 'zod'

/** What a link to a file of a message says: whose conversation, which file, and how large it was when counted. */
export const fileLinkPayload = z.object({
  tenant: z.string(),
  integration: z.string(),
  thread: z.string(),
  /** Message and place, as in the key of the file's effect. */
  file: z.string(),
  bytes: z.coerce.number(),
})
