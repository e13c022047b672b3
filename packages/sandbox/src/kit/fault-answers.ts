import type { FastifyReply } from 'fastify'
import type { SandboxClock } from './clock.ts'
import type { documents, Fault } from './fault-plan.ts'

type StatusFault = Extract<Fault, { kind: 'status' }>
type ErrorBody = (status: number) => unknown

const page = (title: string, text: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${text}</h1></body></html>`
const maintenance = page('Maintenance', 'We will be back soon')
const challenge = page('Just a moment...', 'Verify that you are human')
const html = 'text/html; charset=utf-8'
const json = 'application/json; charset=utf-8'

function retryAfterOf({ retryAfter, retryAfterSeconds = 60 }: StatusFault, clock: SandboxClock): string | undefined {
  const at = clock.now().getTime() + retryAfterSeconds * 1000
  switch (retryAfter) {
    case 'http-date':
      return new Date(at).toUTCString()
    case 'epoch-seconds':
      return String(Math.floor(at / 1000))
    case 'epoch-milliseconds':
      return String(at)
    default:
      return retryAfter === undefined ? undefined : String(retryAfter)
  }
}

export function answerStatus(
  reply: FastifyReply,
  fault: StatusFault,
  clock: SandboxClock,
  errorBody: ErrorBody,
): FastifyReply {
  reply.code(fault.status)
  const retryAfter = retryAfterOf(fault, clock)
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  switch (fault.body) {
    case 'html':
      return reply.type(html).send(maintenance)
    case 'challenge':
      return reply.type(html).send(challenge)
    case 'gateway-json':
      return reply.type(json).send('{"message":"Forbidden"}')
    case 'empty':
      return reply.send()
    default:
      return reply.type(json).send(JSON.stringify(errorBody(fault.status)))
  }
}

/** 200, and a document that reports an error. */
export function answerDocument(
  reply: FastifyReply,
  document: (typeof documents)[number],
  errorBody: ErrorBody,
): FastifyReply {
  reply.code(200)
  switch (document) {
    case 'json':
      return reply.type(json).send(JSON.stringify(errorBody(200)))
    case 'xml':
      return reply.type('application/xml').send('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>')
    case 'html':
      return reply.type(html).send(maintenance)
  }
}
