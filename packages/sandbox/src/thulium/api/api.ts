import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CallIdentity } from '../../kit/identify.ts'
import { ApiError, errorBody } from '../model/api-error.ts'
import type { PhpQuery } from '../model/php-query.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { settle } from '../records/ticket-changes.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The API method as permissions name it, e.g. `POST tickets/:id/comment`. */
    thuliumOperation?: string
    /** A route every API user may call, because it is no method of the public API. */
    thuliumUnlisted?: boolean
  }
}

export type ApiCall = {
  store: SystemStore
  params: Record<string, string>
  query: PhpQuery
  body: unknown
  /** Where this system's API is reached by this caller. */
  baseUrl: string
}

/** Nothing at all, JSON, or bytes. */
export type ApiAnswer =
  | { kind: 'empty' }
  | { kind: 'json'; value: unknown; status?: number }
  | { kind: 'bytes'; content: Buffer; filename: string }

export type Api = {
  on: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, handle: (call: ApiCall) => ApiAnswer) => void
  /** Registers a GET route outside the permission list. */
  onUnlisted: (path: string, handle: (call: ApiCall) => ApiAnswer) => void
}

export const empty: ApiAnswer = { kind: 'empty' }

export function json(value: unknown, status?: number): ApiAnswer {
  return status === undefined ? { kind: 'json', value } : { kind: 'json', value, status }
}

/** Names the calls of the imitated API; the subject is the system. */
export function identifyThuliumCall(request: FastifyRequest): CallIdentity | undefined {
  const operation = request.routeOptions.config.thuliumOperation
  return operation === undefined ? undefined : { operation, subject: systemName(request) }
}

/** Prepares one fastify scope for the API of all systems: Basic auth, permissions, the error format, bodies. */
export function openApi(app: FastifyInstance, stores: ReadonlyMap<string, SystemStore>): Api {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  app.addHook('onRequest', (request, reply, done) => {
    const store = stores.get(systemName(request))
    const refusal = store ? refusalOf(store, request) : new ApiError('noMethod')
    if (!refusal) done()
    else sendError(request, reply, refusal, store)
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = error instanceof ApiError ? error : translated(error)
    if (refusal.kind === 'internal') request.log.error(error)
    sendError(request, reply, refusal, stores.get(systemName(request)))
  })

  app.addHook('onSend', (request, reply, _payload, done) => {
    const store = stores.get(systemName(request))
    if (store?.rule('dateHeader') === 'absent') {
      reply.raw.sendDate = false
      reply.removeHeader('date')
    } else if (store) {
      reply.header('date', new Date(store.now()).toUTCString())
    }
    done()
  })

  const register = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    unlisted: boolean,
    handle: Handle,
  ): void => {
    app.route({
      method,
      url: `/:system/api/${path}`,
      config: { thuliumOperation: `${method} ${path}`, ...(unlisted ? { thuliumUnlisted: true } : {}) },
      handler: (request, reply) => {
        const store = stores.get(systemName(request))
        if (!store) throw new ApiError('noMethod')
        settle(store)
        const call: ApiCall = {
          store,
          params: request.params as Record<string, string>,
          query: request.query as PhpQuery,
          body: request.body,
          baseUrl: `${request.protocol}://${request.host}/${store.config.system}/api`,
        }
        return send(reply, handle(call))
      },
    })
  }
  return {
    on: (method, path, handle) => register(method, path, false, handle),
    onUnlisted: (path, handle) => register('GET', path, true, handle),
  }
}

type Handle = (call: ApiCall) => ApiAnswer

function refusalOf(store: SystemStore, request: FastifyRequest): ApiError | undefined {
  const { apiUser, password, permissions = ['*'] } = store.config
  const expected = `Basic ${Buffer.from(`${apiUser}:${password}`).toString('base64')}`
  if (request.headers.authorization !== expected) return new ApiError('unauthorized')
  const { thuliumOperation = '', thuliumUnlisted = false } = request.routeOptions.config
  if (thuliumUnlisted || permissions.includes('*') || permissions.includes(thuliumOperation)) return undefined
  return new ApiError('forbidden', thuliumOperation)
}

function send(reply: FastifyReply, answer: ApiAnswer): FastifyReply {
  switch (answer.kind) {
    case 'empty':
      return reply.code(200).send('')
    case 'json':
      return reply
        .code(answer.status ?? 200)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.value))
    case 'bytes':
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.filename)}`)
        .send(answer.content)
  }
}

function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: ApiError,
  store: SystemStore | undefined,
): void {
  void reply.code(error.status)
  const isRefusal = error.kind === 'unauthorized' || error.kind === 'forbidden'
  const shape = isRefusal && store ? store.rule('unauthorizedBody') : 'json'
  if (error.kind === 'unauthorized') void reply.header('www-authenticate', 'Basic realm="API"')
  if (shape === 'empty') void reply.send('')
  else if (shape === 'html')
    void reply.type('text/html; charset=utf-8').send('<html><body><h1>Denied</h1></body></html>')
  else {
    const body = JSON.stringify(errorBody(error, request.headers['accept-language']))
    void reply.type('application/json; charset=utf-8').send(body)
  }
}

function translated(error: FastifyError): ApiError {
  if (error.statusCode === 413) return new ApiError('tooLarge')
  if (error.statusCode !== undefined && error.statusCode < 500) return new ApiError('malformed', error.message)
  return new ApiError('internal')
}

function systemName(request: FastifyRequest): string {
  const params = request.params as { system?: string }
  return params.system ?? ''
}
