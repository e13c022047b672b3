import { allTenants } from '@connector/domain/words'
import type { FastifyRequest } from 'fastify'
import type { EndedKey } from '../../authentication/access-keys.ts'
import type { Authentication } from '../../authentication/authentication.ts'
import { ApiError } from '../../errors/api-error.ts'

/** @throws {ApiError} access_key.unknown */
export async function revoke(
  { accessKeys, callers }: Authentication,
  request: FastifyRequest,
  tenantId: string | undefined,
  id: string,
): Promise<EndedKey[]> {
  const ended = await accessKeys.revoke(tenantId, id)
  if (!ended) throw new ApiError('access_key.unknown')
  callers.forget()
  const also = ended.map((key) => ({ tenantId: key.tenantId ?? allTenants, subject: key.id }))
  request.audited = { also }
  return ended
}
