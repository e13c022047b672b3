import { allTenants } from '@connector/domain/words'
import type { App, RouteDeps } from '../deps.ts'
import { problems } from '../../errors/problem.ts'
import { operatorsOperationBody, operationView, operationParams } from '../../schemas/operation.ts'
import {
  askFor,
  cancel,
  findingsAnswer,
  findingsFiles,
  findingsOf,
  manyOperations,
  oneOperation,
  operationsAnswer,
  paging,
} from '../operations.ts'

/** `/api/operations`: the same for all tenants at once; of the operator. */
export function registerOperations(app: App, deps: RouteDeps): void {
  const tags = ['Operations']
  app.post(
    '/api/operations',
    {
      config: { scope: 'operator', audit: 'operation-requested' },
      schema: {
        operationId: 'requestOperationOfAll',
        tags,
        summary: 'Ask for an operation on all tenants',
        description:
          'It is carried out in the background, survives the death of its process, and goes on where it stood. `location` leads to its progress. A dry run tells as findings what would be done and changes nothing.',
        problems: ['operation.running', 'write.contention'],
        body: operatorsOperationBody,
        response: { 202: operationView, ...problems },
      },
    },
    (request, reply) => askFor(deps, request, reply, allTenants, request.body),
  )
  app.get(
    '/api/operations',
    {
      config: { scope: 'operator' },
      schema: {
        operationId: 'listOperationsOfAll',
        tags,
        summary: 'List the operations on all tenants',
        description:
          'Those that were asked for of all tenants, not those of each. The newest first; one that was just asked for may come a moment later.',
        querystring: paging,
        response: { 200: operationsAnswer, ...problems },
      },
    },
    (request) => manyOperations(deps, request, allTenants, request.query),
  )
  app.get(
    '/api/operations/:operationId',
    {
      config: { scope: 'operator' },
      schema: {
        operationId: 'getOperationOfAll',
        tags,
        summary: 'Read how far an operation on all tenants has come',
        description: 'Cheap enough to be asked every second.',
        problems: ['operation.unknown'],
        params: operationParams,
        response: { 200: operationView, ...problems },
      },
    },
    (request) => oneOperation(deps, request, allTenants, request.params.operationId),
  )
  app.get(
    '/api/operations/:operationId/findings',
    {
      config: { scope: 'operator' },
      schema: {
        operationId: 'listFindingsOfAll',
        tags,
        summary: 'Read what an operation on all tenants has found or done',
        description:
          'So far, page by page. With `accept: application/x-ndjson` or `text/csv` all of them come at once, as a file.',
        problems: ['operation.unknown'],
        unchecked: findingsFiles,
        params: operationParams,
        querystring: paging,
        response: { 200: findingsAnswer, ...problems },
      },
    },
    (request, reply) => findingsOf(deps, request, reply, { tenantId: allTenants, ...request.params }, request.query),
  )
  app.post(
    '/api/operations/:operationId/cancel',
    {
      config: { scope: 'operator', audit: 'operation-cancelled' },
      schema: {
        operationId: 'cancelOperationOfAll',
        tags,
        summary: 'Cancel an operation on all tenants',
        description: 'What it has done stays done; the step under way, of at most a few seconds, is ended.',
        problems: ['operation.unknown', 'operation.over', 'write.contention'],
        params: operationParams,
        response: { 200: operationView, ...problems },
      },
    },
    (request) => cancel(deps, request, allTenants, request.params.operationId),
  )
}
