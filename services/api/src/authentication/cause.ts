import type { Cause } from '@connector/repository'
import type { FastifyRequest } from 'fastify'

/** What is written beside the events that a request leads to: the request, and the key of whoever sent it. */
export function causeOf({ id, caller }: FastifyRequest): Cause {
  const causedBy = `api:${id}`
  return caller ? { id: causedBy, keyId: caller.keyId, keyName: caller.keyName } : causedBy
}
