import { both } from '../words/index.ts'
import type { OperationEvent } from '../events/event-types.ts'
import type { OperationFinished, OperationRequested } from '../events/operation-events.ts'
import { CommandRefused } from '../integration/index.ts'
import { overlap, type Operation, type OperationsState } from './state.ts'

/** The one of the same kind that is under way on the same scope. */
export const underWay = (state: OperationsState, asked: OperationRequested): Operation | undefined =>
  [...state.operations.values()].find(
    ({ status, kind, scope }) => status === 'open' && kind === asked.kind && overlap(scope, asked.scope),
  )

/** @throws {CommandRefused} while one of the same kind is under way on the same scope */
export function requestOperation(state: OperationsState, asked: OperationRequested): OperationEvent[] {
  // The same request, sent again because its answer was lost.
  if (state.operations.has(asked.operationId)) return []
  const running = underWay(state, asked)
  if (running)
    throw new CommandRefused(
      'operation.running',
      both(
        `Operacja ${running.operationId} (${running.kind}) już trwa w tym zakresie.`,
        `The operation ${running.operationId} (${running.kind}) is under way on this scope.`,
      ),
    )
  return [{ type: 'OperationRequested', data: asked }]
}

/** @throws {CommandRefused} for one that is unknown, or over in another way */
export function cancelOperation(state: OperationsState, operationId: string, cancelledBy: string): OperationEvent[] {
  const operation = state.operations.get(operationId)
  if (!operation)
    throw new CommandRefused(
      'operation.unknown',
      both(`Nie ma operacji ${operationId}.`, `There is no operation ${operationId}.`),
    )
  if (operation.status === 'cancelled') return []
  if (operation.status !== 'open')
    throw new CommandRefused(
      'operation.over',
      both(
        `Operacja ${operationId} już się zakończyła (${operation.status}).`,
        `The operation ${operationId} has ${operation.status} already.`,
      ),
    )
  return [{ type: 'OperationCancelled', data: { operationId, cancelledBy } }]
}

const isOpen = (state: OperationsState, operationId: string): boolean =>
  state.operations.get(operationId)?.status === 'open'

/** Nothing when a person was faster. */
export const finishOperation = (state: OperationsState, data: OperationFinished): OperationEvent[] =>
  isOpen(state, data.operationId) ? [{ type: 'OperationFinished', data }] : []

/** Nothing when a person was faster. */
export const failOperation = (state: OperationsState, operationId: string, message: string): OperationEvent[] =>
  isOpen(state, operationId) ? [{ type: 'OperationFailed', data: { operationId, message } }] : []
