import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { operationBody, operationView, tenantOperationParams } from '../../../schemas/operation.ts'
import { tenantParams } from '../../../schemas/views.ts'
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
} from '../../operations.ts'

/** `/api/tenants/:tenantId/operations`: what is looked at again or repaired for a tenant. */
export function registerTenantOperations(app: App, deps: RouteDeps): void {
  const tags = ['Operations']
  app.post(
    '/api/tenants/:tenantId/operations',
    {
      config: { scope: 'operate', audit: 'operation-requested' },
      schema: {
        operationId: 'requestOperation',
        tags,
        summary: 'Ask for an operation',
        description:
          'It is carried out in the background, survives the death of its process, and goes on where it stood. `location` leads to its progress. A dry run tells as findings what would be done and changes nothing.',
        problems: [
          'operation.running',
          'operation.fits_nothing',
          'integration.unknown',
          'conversation.unknown',
          'write.contention',
        ],
        params: tenantParams,
        body: operationBody,
        response: { 202: operationView, ...problems },
      },
    },
    (request, reply) => askFor(deps, request, reply, request.params.tenantId, request.body),
  )
  app.get(
    '/api/tenants/:tenantId/operations',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'listOperations',
        tags,
        summary: 'List the operations of a tenant',
        description:
          'The newest first; one that was just asked for may come a moment later. Why it was asked for and of which buyer is shown with the scope `conversations:read`.',
        params: tenantParams,
        querystring: paging,
        response: { 200: operationsAnswer, ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await deps.directory.tenant(tenantId)
      return manyOperations(deps, request, tenantId, request.query)
    },
  )
  app.get(
    '/api/tenants/:tenantId/operations/:operationId',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'getOperation',
        tags,
        summary: 'Read how far an operation has come',
        description:
          'Cheap enough to be asked every second. Why it was asked for and of which buyer is shown with the scope `conversations:read`.',
        problems: ['operation.unknown'],
        params: tenantOperationParams,
        response: { 200: operationView, ...problems },
      },
    },
    (request) => oneOperation(deps, request, request.params.tenantId, request.params.operationId),
  )
  app.get(
    '/api/tenants/:tenantId/operations/:operationId/findings',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'listFindings',
        tags,
        summary: 'Read what an operation has found or done',
        description:
          'So far, page by page. With `accept: application/x-ndjson` or `text/csv` all of them come at once, as a file. Their details, which may quote the other side, are shown with the scope `conversations:read`.',
        problems: ['operation.unknown'],
        unchecked: findingsFiles,
        params: tenantOperationParams,
        querystring: paging,
        response: { 200: findingsAnswer, ...problems },
      },
    },
    (request, reply) => findingsOf(deps, request, reply, request.params, request.query),
  )
  app.post(
    '/api/tenants/:tenantId/operations/:operationId/cancel',
    {
      config: { scope: 'operate', audit: 'operation-cancelled' },
      schema: {
        operationId: 'cancelOperation',
        tags,
        summary: 'Cancel an operation',
        description: 'What it has done stays done; the step under way, of at most a few seconds, is ended.',
        problems: ['operation.unknown', 'operation.over', 'write.contention'],
        params: tenantOperationParams,
        response: { 200: operationView, ...problems },
      },
    },
    (request) => cancel(deps, request, request.params.tenantId, request.params.operationId),
  )
}
