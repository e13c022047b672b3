import { both } from '@connector/domain/words'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { randomUUID } from 'node:crypto'
import type { Log } from '@connector/service-kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requestIdHeader } from './request-id.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { ApiError } from '../errors/api-error.ts'
import { catalogue, type ProblemCode } from '../errors/catalogue.ts'
import { problemOf, problemType } from '../errors/problem.ts'
import { translateError } from '../errors/translate.ts'

/** A signed link lets people in, and answers are kept by whatever stands between; 22 characters are its signature. */
const signedPart = /\/[\w-]+\.[\w-]{22}(?=\/|$)/g

const pathOf = (request: FastifyRequest): string => (request.url.split('?', 1)[0] ?? '').replace(signedPart, '/…')

/** Seconds after which a caller may try again what failed for a passing reason. */
const retryAfterSeconds = 5

/** RFC 6750: the error is named only to those who showed a credential. */
function challengeOf({ code }: ApiError): string {
  if (code === 'webhook.login') return 'Basic realm="webhook"'
  return code === 'authentication.missing'
    ? 'Bearer realm="connector"'
    : 'Bearer realm="connector", error="invalid_token"'
}

/** Answers with problem+json. */
function sendProblem(log: Log, thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = translateError(thrown)
  const { status } = catalogue[error.code]
  // A line for each request that is turned away would be one burden more; the access log has them.
  const isTurnedAway = error.code === 'service.overloaded' && error.cause === undefined
  if (status >= 500 && !isTurnedAway)
    log.error(
      { requestId: request.id, route: request.routeOptions.url, code: error.code, error: error.cause ?? error },
      'The request failed',
    )
  if (status === 401) void reply.header('www-authenticate', challengeOf(error))
  if ((status === 503 || status === 429) && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', retryAfterSeconds)
  return reply
    .code(status)
    .type(problemType)
    .send(JSON.stringify(problemOf(error, pathOf(request), request.id)))
}

const aboutBody: ReadonlySet<ProblemCode> = new Set(['request.not_json', 'request.media_type'])

/** A browser that goes to an address asks for a page; programs ask for anything, or for JSON. */
const wantsPage = ({ method, headers: { accept = '' } }: FastifyRequest): boolean =>
  method === 'GET' && accept.includes('text/html')

/**
 * @param methodsAt the methods that there are at a path
 * @param sendNoSuchPage for people at an address with nothing behind it
 */
export function installErrorHandlers(
  app: FastifyInstance,
  log: Log,
  methodsAt: (path: string) => readonly string[],
  sendNoSuchPage: (reply: FastifyReply) => FastifyReply,
): void {
  function answerAbsent(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = pathOf(request)
    const allowed = methodsAt(path).join(', ')
    if (allowed === '' && wantsPage(request)) return sendNoSuchPage(reply)
    if (allowed === '')
      return sendProblem(
        log,
        new ApiError('route.unknown', both(`Pod adresem ${path} nic nie ma.`, `There is nothing at ${path}.`)),
        request,
        reply,
      )
    void reply.header('allow', allowed)
    const detail = both(
      `Nie ma ${request.method} ${path}, jest ${allowed}.`,
      `There is no ${request.method} ${path}, but there is ${allowed}.`,
    )
    return sendProblem(log, new ApiError('route.method_not_allowed', detail), request, reply)
  }
  // Fastify reads the body even where there is nothing, and nobody minds a body there.
  app.setErrorHandler((error, request, reply) =>
    request.is404 && aboutBody.has(translateError(error).code)
      ? answerAbsent(request, reply)
      : sendProblem(log, error, request, reply),
  )
  app.setNotFoundHandler(answerAbsent)
}

/** For addresses that cannot even be looked up: no hook runs for them. */
export function answerFrameworkError(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header(requestIdHeader, request.id)
  setSecurityHeaders(reply)
  sendProblem(log, error, request, reply)
}

/** What Node's parser says besides that something is no HTTP. */
const parserCodes: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.too_slow',
  HPE_HEADER_OVERFLOW: 'request.headers_too_large',
}

/** For bytes that are no HTTP request, or never become one: nothing of fastify runs for them. */
export function answerMalformed(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const requestId = randomUUID()
  const code = parserCodes[error.code ?? ''] ?? 'request.malformed'
  const body = JSON.stringify(problemOf(new ApiError(code), '', requestId))
  const { status } = catalogue[code]
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: ${problemType}\r\n${requestIdHeader}: ${requestId}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
