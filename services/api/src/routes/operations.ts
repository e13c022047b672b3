import { both } from '@connector/domain/words'
import { cancelOperation } from '@connector/domain/operations'
import { allTenants } from '@connector/domain/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { callerOf } from '../authentication/caller.ts'
import { textFor } from '../authentication/texts.ts'
import { causeOf } from '../authentication/cause.ts'
import { ApiError } from '../errors/api-error.ts'
import { newIdOf } from '../idempotency/install.ts'
import { findingsAsFile, listOperations, readFindings, readOperation } from '../reads/operations.ts'
import { shownFinding, shownOperation } from '../reads/shown-operations.ts'
import { askForOperation } from '../reads/request-operation.ts'
import { field } from '../schemas/field.ts'
import {
  findingView,
  operationView,
  type FindingView,
  type OperationBody,
  type OperationView,
} from '../schemas/operation.ts'
import { cursorQuery, limitQuery, nextCursor } from '../schemas/paging.ts'
import type { RouteDeps } from './deps.ts'

/** What the routes of a tenant and those of the operator have in common. */

export const paging = z.object({ limit: limitQuery, cursor: cursorQuery })

export const operationsAnswer = z.object({
  items: field(z.array(operationView), 'The newest first.'),
  nextCursor,
})

export const findingsAnswer = z.object({
  items: field(z.array(findingView), 'In the order in which they were found.'),
  nextCursor,
})

/** By `Accept`, the findings come as a file. */
export const findingsFiles = {
  200: {
    description:
      'A page of findings; all of them as a file where `accept` asks for `application/x-ndjson` or `text/csv`.',
    content: {
      'application/x-ndjson': { schema: { type: 'string' as const }, example: '{"place":0,"what":"row-differs"}\n' },
      'text/csv': { schema: { type: 'string' as const }, example: 'place,what\r\n0,row-differs\r\n' },
    },
  },
}

const addressOf = (tenantId: string, operationId: string): string =>
  tenantId === allTenants ? `/api/operations/${operationId}` : `/api/tenants/${tenantId}/operations/${operationId}`

/** @throws {ApiError} operation.unknown */
async function known(deps: RouteDeps, tenantId: string, operationId: string): Promise<OperationView> {
  if (tenantId !== allTenants) await deps.directory.tenant(tenantId)
  const operation = await readOperation(deps, tenantId, operationId)
  if (!operation)
    throw new ApiError(
      'operation.unknown',
      both(`Nie ma operacji ${operationId}.`, `There is no operation ${operationId}.`),
    )
  return operation
}

/** As the caller may see it. @throws {ApiError} operation.unknown */
export const oneOperation = async (
  deps: RouteDeps,
  request: FastifyRequest,
  tenantId: string,
  operationId: string,
): Promise<OperationView> => shownOperation(await known(deps, tenantId, operationId), textFor(request))

/** Those of a tenant, or of all, as the caller may see them. */
export async function manyOperations(
  deps: RouteDeps,
  request: FastifyRequest,
  tenantId: string,
  page: z.infer<typeof paging>,
): Promise<z.infer<typeof operationsAnswer>> {
  const text = textFor(request)
  const { items, ...rest } = await listOperations(deps.store, tenantId, page)
  return { ...rest, items: items.map((operation) => shownOperation(operation, text)) }
}

export async function askFor(
  deps: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  tenantId: string,
  body: OperationBody,
): Promise<OperationView> {
  const operationId = newIdOf(request)
  request.audited = { subject: operationId }
  await askForOperation(deps, {
    tenantId,
    operationId,
    body,
    requestedBy: callerOf(request).keyId,
    causedBy: causeOf(request),
  })
  void reply.code(202).header('location', addressOf(tenantId, operationId))
  // His own words.
  return known(deps, tenantId, operationId)
}

export async function cancel(
  deps: RouteDeps,
  request: FastifyRequest,
  tenantId: string,
  operationId: string,
): Promise<OperationView> {
  request.audited = { subject: operationId }
  await known(deps, tenantId, operationId)
  await deps.repository.changeOperations(tenantId, causeOf(request), (state) =>
    cancelOperation(state, operationId, callerOf(request).keyId),
  )
  return oneOperation(deps, request, tenantId, operationId)
}

const files = [
  ['application/x-ndjson', 'ndjson'],
  ['text/csv', 'csv'],
] as const

export async function findingsOf(
  deps: RouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { tenantId, operationId }: { tenantId: string; operationId: string },
  page: z.infer<typeof paging>,
): Promise<z.infer<typeof findingsAnswer>> {
  await known(deps, tenantId, operationId)
  const wanted = files.find(([type]) => request.headers.accept?.includes(type))
  const text = textFor(request)
  const shown = (finding: FindingView): FindingView => shownFinding(finding, text)
  if (!wanted) {
    const { items, ...rest } = await readFindings(deps.store, tenantId, operationId, page)
    return { ...rest, items: items.map(shown) }
  }
  const [type, as] = wanted
  await reply
    .type(`${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="operation-${operationId}.${as}"`)
    .send(findingsAsFile(deps.store, tenantId, operationId, as, shown))
  return reply as never
}
