import type { OperationEvent } from '@connector/domain/events'
import type { Row } from '@connector/store'

export type OperationRow = Row<'operations'>

/** The row after one more event; undefined for one of an operation that nobody has asked for. */
export function foldOperation(
  tenantId: string,
  row: OperationRow | undefined,
  event: OperationEvent,
  at: Date,
): OperationRow | undefined {
  if (event.type === 'OperationRequested') {
    const { operationId, kind, scope, dryRun, requestedBy, reason } = event.data
    // One that ended keeps its end when its request is read a second time.
    return (
      row ?? {
        tenant_id: tenantId,
        operation_id: operationId,
        kind,
        integration_id: scope.integrationId ?? null,
        thread_id: scope.threadId ?? null,
        scope,
        dry_run: dryRun,
        requested_at: at,
        requested_by: requestedBy,
        reason: reason ?? null,
        status: 'open',
        ended_at: null,
        cancelled_by: null,
        result: null,
        failure: null,
      }
    )
  }
  if (!row) return undefined
  switch (event.type) {
    case 'OperationProgressed':
      return row
    case 'OperationFinished':
      return { ...row, status: 'finished', ended_at: at, result: event.data.result }
    case 'OperationCancelled':
      return { ...row, status: 'cancelled', ended_at: at, cancelled_by: event.data.cancelledBy }
    case 'OperationFailed':
      return { ...row, status: 'failed', ended_at: at, failure: event.data.message }
  }
}
