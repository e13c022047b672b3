import { both, type BothLanguages } from '@connector/domain/words'
import type { OperationRequested, OperationScope } from '@connector/domain/events'
import {
  operationType,
  problemsOfScope,
  requestOperation,
  underWay,
  type OperationKind,
} from '@connector/domain/operations'
import { allTenants } from '@connector/domain/words'
import type { Cause, Repository } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import { ApiError } from '../errors/api-error.ts'
import type { OperationBody } from '../schemas/operation.ts'
import type { Directory } from './directory.ts'
import { anythingParked, isAboutParked, isBuyerKnown } from './operations.ts'

interface Deps {
  directory: Directory
  repository: Repository
  store: TenantStore
  now: () => Date
}

interface Asking {
  tenantId: string
  operationId: string
  body: OperationBody
  requestedBy: string
  causedBy: Cause
}

const defined = (scope: { [Name in keyof OperationScope]: OperationScope[Name] | undefined }): OperationScope =>
  Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined))

/** Whether anything is read from the outside: of what does not run nothing is, and it would look as if all were well. */
async function anyAtWork(directory: Directory, tenantId: string, integrationId: string | undefined): Promise<boolean> {
  if ((await directory.known(tenantId)).paused) return false
  const states =
    integrationId === undefined
      ? (await directory.integrations(tenantId)).map(({ state }) => state)
      : [await directory.integration({ tenantId, integrationId })]
  return states.some(({ status }) => status === 'running')
}

/** @throws {ApiError} for a scope that cannot be meant or that nothing is in */
async function checkScope(
  { directory, repository, store, now }: Deps,
  tenantId: string,
  kind: OperationKind,
  scope: OperationScope,
): Promise<void> {
  const problems = problemsOfScope(kind, scope, now())
  if (problems.length > 0)
    throw new ApiError(
      'request.invalid',
      undefined,
      problems.map(({ field, message }) => ({ field: `body.${field}`, message: message.en, messagePl: message.pl })),
    )
  if (tenantId === allTenants) {
    if (operationType(kind).ofOneTenant)
      throw new ApiError('request.invalid', undefined, [
        {
          field: 'body.kind',
          message: `${kind} is asked for one tenant`,
          messagePl: `operację ${kind} zleca się dla jednego konta`,
        },
      ])
    return
  }
  await directory.tenant(tenantId)
  const { integrationId, threadId } = scope
  if (integrationId !== undefined) await directory.integration({ tenantId, integrationId })
  if (integrationId !== undefined && threadId !== undefined) {
    const { revision } = await repository.conversation({ tenantId, integrationId, threadId })
    if (revision < 0)
      throw new ApiError(
        'conversation.unknown',
        both(
          `W integracji ${integrationId} nie ma konwersacji ${threadId}.`,
          `Integration ${integrationId} has no conversation ${threadId}.`,
        ),
      )
  }
  if (operationType(kind).by === 'ingest' && !(await anyAtWork(directory, tenantId, integrationId)))
    throw new ApiError(
      'operation.fits_nothing',
      both(
        'Żadna integracja w tym zakresie nie działa: nie ma czego czytać z EmpikPlace i Thulium.',
        'No integration in this scope is at work: nothing is read from EmpikPlace and Thulium for it.',
      ),
    )
  if (isAboutParked(kind) && !(await anythingParked(store, tenantId, scope)))
    throw new ApiError(
      'operation.fits_nothing',
      both('Żaden wstrzymany zapis nie pasuje do zlecenia.', 'No parked write fits what was asked for.'),
    )
  if (scope.customerId !== undefined && !(await isBuyerKnown(store, tenantId, scope.customerId)))
    throw new ApiError(
      'operation.fits_nothing',
      both('Nie jest znana żadna konwersacja tego klienta.', 'No conversation of this buyer is known.'),
    )
}

const running = (asked: { operationId: string; kind: string }, whose: BothLanguages): ApiError =>
  new ApiError(
    'operation.running',
    both(
      `Operacja ${asked.operationId} (${asked.kind})${whose.pl} już trwa w tym zakresie.`,
      `The operation ${asked.operationId} (${asked.kind})${whose.en} is under way on this scope.`,
    ),
  )

/**
 * Records that somebody wants an operation, after everything that can be known to be wrong with it was looked at.
 * @throws {ApiError} request.invalid, tenant.unknown, integration.unknown, conversation.unknown, operation.fits_nothing, operation.running
 */
export async function askForOperation(
  deps: Deps,
  { tenantId, operationId, body, requestedBy, causedBy }: Asking,
): Promise<void> {
  const { kind, dryRun, reason, ...rest } = body
  const scope = defined(rest)
  await checkScope(deps, tenantId, kind, scope)
  const asked: OperationRequested = {
    operationId,
    kind,
    scope,
    dryRun,
    requestedBy,
    ...(reason === undefined ? {} : { reason }),
  }
  if (tenantId !== allTenants) {
    const ofAll = underWay((await deps.repository.operationsSoFar(allTenants)).state, asked)
    if (ofAll) throw running(ofAll, both(' wszystkich kont', ' of all tenants'))
  }
  await deps.repository.changeOperations(tenantId, causedBy, (state) => {
    const one = state.operations.has(operationId) ? undefined : underWay(state, asked)
    if (one) throw running(one, both('', ''))
    return requestOperation(state, asked)
  })
}
