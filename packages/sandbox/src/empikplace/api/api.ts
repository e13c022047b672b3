import multipart from '@fastify/multipart'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { CallCounters } from '../../kit/counters.ts'
import { authenticate, checkAccept, checkHourlyLimit, identify } from './access.ts'
import { ApiError, classicError, inboxError } from '../model/api-error.ts'
import type { World } from '../world/conversations.ts'
import { registerInboxReading } from './inbox-read-routes.ts'
import { registerInboxWriting } from './inbox-write-routes.ts'
import { maximumMessageBytes } from '../model/multipart-input.ts'
import { registerOrders } from './order-routes.ts'
import { registerPlatform } from './platform-routes.ts'

/** Quotation marks inside a string are escaped, so that no text of a message looks like this. */
const digitIds = /"(id|\w+_id)":"(\d+)"/g

/** The imitated Mirakl API under `/api`: authentication first, then the call. */
export async function registerApi(
  app: FastifyInstance,
  world: World,
  counters: CallCounters,
  beforeNextPage: () => void,
): Promise<void> {
  await app.register(
    async (api) => {
      // Only multipart bodies are read: a JSON body to M12 has to end in 415.
      api.removeAllContentTypeParsers()
      await api.register(multipart, {
        throwFileSizeLimit: false,
        limits: { fileSize: maximumMessageBytes + 1, fieldSize: maximumMessageBytes, files: 200 },
      })
      api.setErrorHandler((error: FastifyError, _request, reply) => {
        const answer = error instanceof ApiError ? error : translated(error)
        return reply.code(answer.status).send(answer.body)
      })
      api.setNotFoundHandler(() => {
        throw classicError(404, 'Resource not found')
      })
      api.addHook('onRequest', (request, reply, done) => {
        // The published specification asks no key for V01.
        if (identify(request)?.operation !== 'V01') authenticate(world, request)
        checkAccept(world, request)
        const retryAfter = checkHourlyLimit(world, counters, request)
        if (retryAfter !== undefined) {
          reply.header('retry-after', String(retryAfter))
          throw classicError(429, 'Too many calls of this API in the last hour')
        }
        done()
      })
      api.addHook('onSend', (_request, _reply, payload, done) => {
        const isNumeric = typeof payload === 'string' && world.switches.get('numericIds')
        done(null, isNumeric ? payload.replace(digitIds, '"$1":$2') : payload)
      })
      registerPlatform(api, world)
      registerOrders(api, world)
      registerInboxReading(api, world, beforeNextPage)
      registerInboxWriting(api, world)
    },
    { prefix: '/api' },
  )
}

function translated(error: FastifyError): ApiError {
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return classicError(415, 'Unsupported Media Type')
  if (error.code === 'FST_INVALID_JSON_FIELD_ERROR') return inboxError(400, 'json', 'A part is not valid JSON.')
  return classicError(error.statusCode ?? 500, error.message)
}
