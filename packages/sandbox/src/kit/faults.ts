import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SandboxClock } from './clock.ts'
import { edited } from './edit.ts'
import { answerDocument, answerStatus } from './fault-answers.ts'
import type { Fault, FaultPlan } from './fault-plan.ts'
import type { Identify } from './identify.ts'
import { recode } from './recode.ts'

export { FaultPlan } from './fault-plan.ts'
export type { Fault, FaultRule, FaultRuleInput } from './fault-plan.ts'

/** `errorBody` gives injected failures the JSON shape of the imitated API; `clock` dates an HTTP-date Retry-After. */
export type FaultOptions = { clock?: SandboxClock; errorBody?: (status: number) => unknown }

/**
 * Plays the plan's faults as hooks, so that route code knows nothing about them. Faults that come before the work act
 * in preHandler (the body of a multipart call is still unread); those after it act in onSend, when the handler is done.
 */
export function installFaults(
  app: FastifyInstance,
  plan: FaultPlan,
  identify: Identify,
  options: FaultOptions = {},
): void {
  const clock = options.clock ?? new SandboxClock()
  const errorBody = options.errorBody ?? ((status: number) => ({ status, message: 'Injected failure' }))
  const afterWork = new WeakMap<FastifyRequest, Fault>()

  app.addHook('preHandler', async (request, reply) => {
    const call = identify(request)
    const fault = call && plan.take(call.operation, call.subject)
    if (!fault) return undefined
    switch (fault.kind) {
      case 'latency':
        await delay(fault.ms)
        return undefined
      case 'cut-before':
        reply.hijack()
        request.raw.socket.destroy()
        return reply
      case 'status':
        return answerStatus(reply, fault, clock, errorBody)
      case 'html':
        return answerDocument(reply, 'html', errorBody)
      case 'document':
        return answerDocument(reply, fault.document, errorBody)
      case 'cut-after':
      case 'status-after':
      case 'truncate':
      case 'part':
      case 'recode':
      case 'edit':
        afterWork.set(request, fault)
        return undefined
    }
  })

  app.addHook('onSend', (request, reply, payload, done) => {
    const fault = afterWork.get(request)
    if (fault?.kind === 'cut-after') request.raw.socket.destroy()
    if (fault?.kind === 'status-after') {
      reply.code(fault.status).removeHeader('content-length').removeHeader('content-disposition')
      reply.type('application/json; charset=utf-8')
      done(null, JSON.stringify(errorBody(fault.status)))
      return
    }
    if (fault?.kind === 'truncate') {
      done(null, halfOf(payload, request, reply))
      return
    }
    if (fault?.kind === 'part' || fault?.kind === 'recode' || fault?.kind === 'edit') {
      const bytes = typeof payload === 'string' || Buffer.isBuffer(payload) ? Buffer.from(payload) : undefined
      if (!bytes) throw new Error('Only a body that is there as a whole can be sent in another form')
      reply.removeHeader('content-length')
      done(null, inOtherForm(bytes, fault, reply))
      return
    }
    done(null, payload)
  })
}

function inOtherForm(
  bytes: Uint8Array,
  fault: Extract<Fault, { kind: 'part' | 'recode' | 'edit' }>,
  reply: FastifyReply,
): Uint8Array {
  if (fault.kind === 'recode') return recode(reply, bytes, fault)
  return fault.kind === 'edit' ? edited(bytes, fault) : bytes.subarray(0, Math.floor(bytes.length / 2))
}

/** Half of the body under the content-length of all of it, then the socket ends: a reader must notice the loss. */
function halfOf(payload: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) {
    request.raw.socket.destroy()
    return payload
  }
  const whole = Buffer.isBuffer(payload) ? payload : Buffer.from(payload)
  reply.header('content-length', String(whole.length))
  let sent = false
  return new Readable({
    read() {
      if (!sent) {
        sent = true
        this.push(whole.subarray(0, Math.floor(whole.length / 2)))
        return
      }
      // destroySoon flushes what is already written, so that the first half really arrives.
      setImmediate(() => request.raw.socket.destroySoon())
    },
  })
}
