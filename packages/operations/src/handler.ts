import type { OperationResult, OperationScope } from '@connector/domain/events'
import type { FindingKind } from '@connector/domain/reconcile'
import type { BothLanguages } from '@connector/domain/words'
import type { Query } from '@connector/store'

/** One thing that was found, or that was done. */
export interface Finding {
  /** A stable word for programs. */
  what: FindingKind
  /** Whose it is. */
  ofTenant: string
  integrationId?: string | undefined
  threadId?: string | undefined
  /** The row, write, event or message it is about. */
  subject: string
  /** For people; no text of a buyer. */
  detail: BothLanguages
  /** Ids, times and numbers; no text of a buyer. */
  evidence: Record<string, unknown>
  /** What cures it: another operation, or what a person does. */
  cure?: BothLanguages | undefined
}

/** What one step came to. It is written with the place where the next one begins, all or nothing. */
export interface Step {
  /** Where the next step begins; any JSON. */
  cursor: unknown
  /** How much is done in all. */
  done?: number | undefined
  total?: number | undefined
  findings?: readonly Finding[] | undefined
  /** How it went: with it the operation is over. */
  end?: OperationResult | undefined
  /** How long until the next step, in ms. */
  restMs?: number | undefined
}

export interface OperationContext {
  /** `allTenants` for one of all. */
  tenantId: string
  operationId: string
  scope: OperationScope
  dryRun: boolean
  /** What events say that it leads to, as the cause. */
  causedBy: string
  /** Aborted when the service stops, when a person cancels, and when somebody else has taken over. */
  signal: AbortSignal
}

/**
 * One kind of operation, in steps of at most a few seconds. A step that was cut short is done again from the same cursor, maybe
 * by another process, so doing it twice must come to the same. What it writes to the database it writes in the function that it
 * gives back: in one transaction with the cursor, and not at all when somebody else has taken over.
 */
export interface OperationHandler {
  step(context: OperationContext, cursor: unknown): Promise<Step | ((db: Query) => Promise<Step>)>
}

/** It can never be done, however often it is tried. The message is for people. */
export class OperationImpossible extends Error {
  readonly code = 'operation.impossible'
}
