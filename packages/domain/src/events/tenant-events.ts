import { z } from 'zod'
import { byPlace, eventType, type DataOf } from './event-type.ts'

/** The types of the events in the stream of a tenant. */
export const tenantTypes = {
  /** How this service talks to one Thulium account. The password is not here: it lives with the credentials. */
  ThuliumConnected: eventType({
    version: 1,
    schema: z.looseObject({
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
    }),
    id: byPlace,
  }),

  ThuliumCredentialsReplaced: eventType({
    version: 1,
    schema: z.looseObject({ credentialVersion: z.number() }),
    id: byPlace,
  }),

  /** Nothing is read or written for any of its shops until it is resumed, when all goes on where it was. */
  TenantPaused: eventType({
    version: 1,
    schema: z.looseObject({
      /** For people, in the operator's words. */
      reason: z.string(),
    }),
    id: byPlace,
  }),

  /** It works again: after a pause, or connected anew after it was deleted. */
  TenantResumed: eventType({ version: 1, schema: z.looseObject({}), id: byPlace }),

  /** How long buyers are kept who write no more. */
  RetentionSet: eventType({
    version: 1,
    schema: z.looseObject({
      /** Null: for ever. */
      months: z.number().nullable(),
    }),
    id: byPlace,
  }),

  /** Its keys and credentials are gone; what happened stays in the log. */
  TenantDeleted: eventType({ version: 1, schema: z.looseObject({}), id: byPlace }),
}

export type ThuliumConnection = DataOf<typeof tenantTypes.ThuliumConnected>
