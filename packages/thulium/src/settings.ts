import { z } from 'zod'

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/**
 * What Thulium's documentation leaves open and a client has to choose, per tenant. Sections are those of
 * the reference of the Thulium API kept with the project.
 */
export const thuliumSettingsSchema = z.object({
  /** Zone of dates, which carry none (section 2). */
  timeZone: z.string().refine(isTimeZone, 'Not a time zone').default('Europe/Warsaw'),
  /** Requests per second; no limit is published (section 2). */
  requestsPerSecond: z.number().positive().default(2),
  /** Requests under way at once (section 2). */
  maxInFlight: z.number().int().positive().default(2),
  /** Field that a comment's text goes into; the other one is tried when it is refused (section 5.4). */
  commentField: z.enum(['comment', 'body']).default('comment'),
  /** Source of new tickets. Five values are documented; whether `EmpikPlace` sticks has to be tried (section 10.3). */
  ticketSource: z.string().min(1).default('www'),
  /** Whether files are sent along with a customer's message, although that is not documented (section 8.2). */
  customerResponseAttachments: z.boolean().default(true),
  /** Whether fields that are read-only for agents are written all the same (section 6.3). */
  fillReadOnlyCustomFields: z.boolean().default(true),
  /** Largest file accepted, in bytes; the limit of the panel, none is published for the API (section 8.1). */
  maxFileBytes: z
    .number()
    .int()
    .positive()
    .default(25 * 1024 * 1024),
})

export type ThuliumSettings = z.output<typeof thuliumSettingsSchema>
