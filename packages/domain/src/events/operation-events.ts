import { z } from 'zod'
import { byPlace, eventType, instant, type DataOf } from './event-type.ts'

/** What an operation is about: all of a tenant, or less; what is left out narrows nothing. */
const operationScope = z.looseObject({
  integrationId: z.string().optional(),
  threadId: z.string().optional(),
  since: instant.optional(),
  until: instant.optional(),
  /** Kinds of writes, as the ledger names them. */
  effectKinds: z.array(z.string()).optional(),
  /** Codes of why a write was parked. */
  codes: z.array(z.string()).optional(),
  /** Of conversations, chosen anew each time; more than 0, at most 1. */
  share: z.number().optional(),
  /** What is found is repaired where that is safe. */
  repair: z.boolean().optional(),
  /** Only what is about this buyer, by his id at EmpikPlace. */
  customerId: z.string().optional(),
})

const operationId = z.string()

/** How an operation went, by name: mostly what was counted. */
const result = z.record(z.string(), z.union([z.number(), z.string()]))

/** The types of the events in the stream of the operations of a tenant, or of all tenants. */
export const operationTypes = {
  /** A person wants something looked at or repaired. */
  OperationRequested: eventType({
    version: 1,
    schema: z.looseObject({
      operationId,
      /** See `packages/domain/src/operations/kinds.ts`. */
      kind: z.string(),
      scope: operationScope,
      /** Only what would be done is told. */
      dryRun: z.boolean(),
      /** Whose credential asked for it: the id of an access key, or the name of somebody at a command line. */
      requestedBy: z.string(),
      /** Why, in his words. */
      reason: z.string().optional(),
    }),
    id: ({ operationId: id }) => id,
  }),

  /** How far it has come; sparingly, for those who read the log. */
  OperationProgressed: eventType({
    version: 1,
    schema: z.looseObject({ operationId, done: z.number(), total: z.number().optional(), findings: z.number() }),
    id: byPlace,
  }),

  OperationFinished: eventType({
    version: 1,
    schema: z.looseObject({ operationId, findings: z.number(), result }),
    id: ({ operationId: id }) => id,
  }),

  OperationCancelled: eventType({
    version: 1,
    schema: z.looseObject({ operationId, cancelledBy: z.string() }),
    id: ({ operationId: id }) => id,
  }),

  /** It cannot be done, or failed again and again. */
  OperationFailed: eventType({
    version: 1,
    schema: z.looseObject({ operationId, message: z.string() }),
    id: ({ operationId: id }) => id,
  }),
}

export type OperationScope = z.infer<typeof operationScope>
export type OperationRequested = DataOf<typeof operationTypes.OperationRequested>
export type OperationResult = z.infer<typeof result>
export type OperationFinished = DataOf<typeof operationTypes.OperationFinished>
