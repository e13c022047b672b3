import { z } from 'zod'

/** How this service talks to one Thulium account. The password is not here: it lives with the credentials. */
export const thuliumConnection = z.looseObject({
  /** The `{system}` of `https://{system}.thulium.com`. */
  system: z.string(),
  apiUser: z.string(),
  /** A mailbox configured in Thulium: `POST tickets` requires it as `to`. */
  mailbox: z.string(),
  /** The agent login used for mirrored seller messages; it is the first guard against echoes. */
  agentLogin: z.string(),
  /** Ticket custom field that carries the thread id: the one searchable mark of a ticket. */
  threadField: z.string(),
  /** Ticket custom field for the order number. */
  orderField: z.string().optional(),
  /** Domain of the tickets' `from` addresses; it accepts and drops all mail. */
  sinkDomain: z.string(),
})

export const thuliumCredentialsReplaced = z.looseObject({ credentialVersion: z.number() })

export type ThuliumConnection = z.infer<typeof thuliumConnection>
