import { z } from 'zod'

export const sides = ['empikplace', 'thulium'] as const
export type Side = (typeof sides)[number]

export const credentialsReplaced = z.looseObject({ side: z.enum(sides), credentialVersion: z.number() })
export const integrationAuthenticated = z.looseObject({
  side: z.enum(sides),
  /** What the other side calls itself, shown to the administrator as proof. */
  accountName: z.string(),
  /** Other side's clock minus ours, in milliseconds; EmpikPlace times are compared on its own clock. */
  clockOffsetMs: z.number(),
})
export const authenticationRejected = z.looseObject({
  side: z.enum(sides),
  /** What was refused: `poll`, or a kind of effect. A permission may be missing for one of them alone. */
  operation: z.string(),
  status: z.number().optional(),
  message: z.string(),
})
export const integrationStarted = z.looseObject({})
export const integrationStopped = z.looseObject({ reason: z.enum(['requested', 'credentials-rejected']) })
/** Nobody works with it any more. Its history stays; its key is removed from the vault. */
export const integrationDeleted = z.looseObject({})

/** Something the outside sent that could not be read: kept as it came, and never in the way of the rest. */
export const inputUnreadable = z.looseObject({
  side: z.enum(sides),
  operation: z.string(),
  reason: z.string(),
  /** Digest of what came: the same input seen again is recorded once. */
  inputId: z.string(),
  raw: z.string(),
})

export const fieldOwners = ['ticket', 'customer'] as const
export type FieldOwner = (typeof fieldOwners)[number]

const customField = z.looseObject({
  /** Whose custom field it is: of tickets, or of CRM customers. */
  of: z.enum(fieldOwners),
  name: z.string(),
})

/** A custom field we depend on is not there under its name: somebody renamed or removed it in the panel. */
export const fieldMissing = customField
/** It is there again. */
export const fieldFound = customField

export type Verified = z.infer<typeof integrationAuthenticated>
export type CustomField = z.infer<typeof customField>
export type InputUnreadable = z.infer<typeof inputUnreadable>
