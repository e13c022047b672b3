import { z } from 'zod'
import { integrationSettings } from '../settings/integration-settings.ts'
import { byPlace, eventType, type DataOf } from './event-type.ts'
import { personal } from './personal.ts'

export const sides = ['empikplace', 'thulium'] as const
export type Side = (typeof sides)[number]

export const sideNames: Record<Side, string> = { empikplace: 'EmpikPlace', thulium: 'Thulium' }

export const fieldOwners = ['ticket', 'customer'] as const
export type FieldOwner = (typeof fieldOwners)[number]

const customField = z.looseObject({
  /** Whose custom field it is: of tickets, or of CRM customers. */
  of: z.enum(fieldOwners),
  name: z.string(),
})

/** The types of the events in the stream of an integration. */
export const integrationTypes = {
  IntegrationConfigured: eventType({
    version: 3,
    schema: integrationSettings,
    // Version 2 did not ask what becomes of a buyer who waits; its shops get the default.
    upcast: { 2: (data) => data },
    id: byPlace,
  }),

  CredentialsReplaced: eventType({
    version: 1,
    schema: z.looseObject({ side: z.enum(sides), credentialVersion: z.number() }),
    id: byPlace,
  }),

  IntegrationAuthenticated: eventType({
    version: 1,
    schema: z.looseObject({
      side: z.enum(sides),
      /** What the other side calls itself, shown to the administrator as proof. */
      accountName: z.string(),
      /** Other side's clock minus ours, in milliseconds; EmpikPlace times are compared on its own clock. */
      clockOffsetMs: z.number(),
    }),
    id: byPlace,
  }),

  AuthenticationRejected: eventType({
    version: 1,
    schema: z.looseObject({
      side: z.enum(sides),
      /** What was refused: `poll`, or a kind of effect. A permission may be missing for one of them alone. */
      operation: z.string(),
      status: z.number().optional(),
      message: z.string(),
    }),
    id: byPlace,
  }),

  IntegrationStarted: eventType({ version: 1, schema: z.looseObject({}), id: byPlace }),

  IntegrationStopped: eventType({
    version: 1,
    schema: z.looseObject({ reason: z.enum(['requested', 'credentials-rejected']) }),
    id: byPlace,
  }),

  /** Nobody works with it any more. Its history stays; its key is removed from the vault. */
  IntegrationDeleted: eventType({ version: 1, schema: z.looseObject({}), id: byPlace }),

  /** Something the outside sent that could not be read: kept as it came, and never in the way of the rest. */
  InputUnreadable: eventType({
    version: 1,
    schema: z.looseObject({
      side: z.enum(sides),
      operation: z.string(),
      reason: personal(z.string()),
      /** Digest of what came: the same input seen again is recorded once. */
      inputId: z.string(),
      raw: personal(z.string()),
    }),
    id: byPlace,
  }),

  /** A custom field we depend on is not there under its name: somebody renamed or removed it in the panel. */
  FieldMissing: eventType({ version: 1, schema: customField, id: byPlace }),

  /** It is there again. */
  FieldFound: eventType({ version: 1, schema: customField, id: byPlace }),
}

export type Verified = DataOf<typeof integrationTypes.IntegrationAuthenticated>
export type CustomField = z.infer<typeof customField>
export type InputUnreadable = DataOf<typeof integrationTypes.InputUnreadable>
