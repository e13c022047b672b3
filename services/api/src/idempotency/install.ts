import { both } from '@connector/domain/words'
import { randomUUID } from 'node:crypto'
import type { Log } from '@connector/service-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { callerOf } from '../authentication/caller.ts'
import { ApiError } from '../errors/api-error.ts'
import type { Claim, Claims, Operation } from './claims.ts'
import { idempotencyKey, idempotencyKeyHeader, keyMessage, takesIdempotencyKey } from './route.ts'
import type { StoredAnswer } from './verdict.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What is asked for under a key, from the moment the key was read. */
    operation: Operation | null
    /** From the moment this request may carry it out. */
    claim: Claim | null
  }
}

/** For rows that belong to no tenant yet; no tenant can be called that. */
const noTenant = '*'
const tenantParam = z.object({ tenantId: z.string().default(noTenant) })

/** Of what an answer says in its headers, the part that is about the thing and not about the request. */
const keptHeaders = ['content-type', 'location']

/** A request takes a few milliseconds; those that call the outside, up to a minute. */
const retryAfterSeconds = 2

/** @throws {ApiError} request.invalid */
function operationOf(request: FastifyRequest): Operation | null {
  const given = request.headers[idempotencyKeyHeader]
  if (given === undefined || !takesIdempotencyKey(request.routeOptions)) return null
  const key = idempotencyKey.safeParse(given)
  if (!key.success)
    throw new ApiError('request.invalid', undefined, [
      { field: `headers.${idempotencyKeyHeader}`, message: keyMessage.en, messagePl: keyMessage.pl },
    ])
  const { method, url: path, body } = request
  const { tenantId } = tenantParam.parse(request.params)
  const accessKeyId = callerOf(request).keyId
  return { tenantId, accessKeyId, key: key.data, method, path, content: [method, path, body ?? null] }
}

function answerOf(reply: FastifyReply, payload: unknown): StoredAnswer {
  const headers = keptHeaders.flatMap((name) => {
    const value = reply.getHeader(name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return {
    status: reply.statusCode,
    headers: Object.fromEntries(headers),
    body: typeof payload === 'string' ? payload : null,
  }
}

/** The id for what a request makes: with an `Idempotency-Key` the same at every try, so that it is made once. */
export const newIdOf = (request: FastifyRequest): string => request.claim?.operationId ?? randomUUID()

/** Whether an earlier try of this very request, with the same `Idempotency-Key`, may have been cut short. */
export const isRepetition = (request: FastifyRequest): boolean => request.claim?.isRepetition === true

/** Carries out each POST with an `Idempotency-Key` once, and answers its repetitions as it answered the first. */
export function installIdempotency(app: FastifyInstance, claims: Claims, logger: Log): void {
  app.decorateRequest('operation', null)
  app.decorateRequest('claim', null)

  // Before validation fills in defaults, so that a later version of the service still knows the request.
  app.addHook('preValidation', (request, _reply, done) => {
    request.operation = operationOf(request)
    done()
  })

  app.addHook('preHandler', async (request, reply) => {
    if (!request.operation) return
    const claiming = await claims.claim(request.operation)
    switch (claiming.is) {
      case 'claimed':
        request.claim = claiming.claim
        return
      case 'reused':
        throw new ApiError(
          'idempotency.key_reused',
          both(
            `Ten klucz wysłano z innym zapytaniem: ${claiming.for}.`,
            `The key was sent with another request: ${claiming.for}.`,
          ),
        )
      case 'in-progress':
        void reply.header('retry-after', retryAfterSeconds)
        throw new ApiError('idempotency.in_progress')
      case 'answered': {
        const { status, headers, body } = claiming.answer
        await reply.code(status).headers(headers).header('idempotency-replayed', 'true').send(body)
      }
    }
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.claim) return
    try {
      await claims.finish(request.claim, answerOf(reply, payload))
    } catch (error) {
      // What was done is done: the caller is told. A repetition finds the claim free after two minutes.
      logger.warn({ requestId: request.id, operation: 'idempotency', error }, 'An answer could not be kept')
    }
  })
}
