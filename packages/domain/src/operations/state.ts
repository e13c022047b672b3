import type { OperationEvent } from '../events/event-types.ts'
import type { OperationRequested, OperationResult, OperationScope } from '../events/operation-events.ts'

export type OperationStatus = 'open' | 'finished' | 'cancelled' | 'failed'

export interface Operation extends OperationRequested {
  status: OperationStatus
  requestedAt: Date
  endedAt?: Date
  /** Of one that finished. */
  result?: OperationResult
  findings?: number
  /** Why it failed. */
  failure?: string
  cancelledBy?: string
}

/** The operations of a tenant, or of all tenants, by id: the fold of their stream. */
export interface OperationsState {
  operations: ReadonlyMap<string, Operation>
}

export const noOperations: OperationsState = { operations: new Map() }

export const opened = (data: OperationRequested, requestedAt: Date): Operation => ({
  ...data,
  status: 'open',
  requestedAt,
})

/** One operation after another of its events. */
export function evolveOperation(operation: Operation, event: OperationEvent, at: Date): Operation {
  switch (event.type) {
    case 'OperationRequested':
    case 'OperationProgressed':
      return operation
    case 'OperationFinished': {
      const { result, findings } = event.data
      return { ...operation, status: 'finished', endedAt: at, result, findings }
    }
    case 'OperationCancelled':
      return { ...operation, status: 'cancelled', endedAt: at, cancelledBy: event.data.cancelledBy }
    case 'OperationFailed':
      return { ...operation, status: 'failed', endedAt: at, failure: event.data.message }
  }
}

export function evolveOperations(state: OperationsState, event: OperationEvent, at: Date): OperationsState {
  if (event.type === 'OperationProgressed') return state
  const { operationId } = event.data
  const known = state.operations.get(operationId)
  const next = event.type === 'OperationRequested' ? opened(event.data, at) : known && evolveOperation(known, event, at)
  return next ? { operations: new Map(state.operations).set(operationId, next) } : state
}

/** Whether two may touch the same: they differ in neither integration nor conversation. */
export function overlap(one: OperationScope, other: OperationScope): boolean {
  const apart = (field: 'integrationId' | 'threadId'): boolean =>
    one[field] !== undefined && other[field] !== undefined && one[field] !== other[field]
  return !apart('integrationId') && !apart('threadId')
}
