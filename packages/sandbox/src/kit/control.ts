import type { FastifyInstance } from 'fastify'
import type { SandboxClock } from './clock.ts'
import type { CallCounters } from './counters.ts'
import { charsets, codings, documents, statusBodies } from './fault-plan.ts'
import type { FaultPlan, FaultRuleInput } from './faults.ts'

/** The part of a `Switches` object the control routes need. */
type SwitchBoard = { describe(): unknown; patch(changes: Record<string, unknown>): void }

/** `reset` brings the sandbox back to its seed; faults, counters, clock and switches are reset by it as well. */
export type ControlParts = {
  clock: SandboxClock
  faults: FaultPlan
  counters: CallCounters
  switches: SwitchBoard
  reset: () => void
}

const statusCode = { type: 'integer', minimum: 200, maximum: 599 }
const faultSchema = {
  type: 'object',
  required: ['kind'],
  additionalProperties: false,
  properties: {
    kind: {
      enum: [
        'status',
        'latency',
        'cut-before',
        'cut-after',
        'status-after',
        'truncate',
        'part',
        'recode',
        'edit',
        'document',
        'html',
      ],
    },
    status: statusCode,
    retryAfter: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
    retryAfterSeconds: { type: 'integer' },
    body: { enum: statusBodies },
    coding: { enum: codings },
    charset: { enum: charsets },
    padToBytes: { type: 'integer', minimum: 0, maximum: 200_000_000 },
    changes: { type: 'object', additionalProperties: true },
    leftOut: { type: 'array', items: { type: 'string' } },
    document: { enum: documents },
    ms: { type: 'integer', minimum: 0 },
  },
  allOf: [
    { if: { properties: { kind: { enum: ['status', 'status-after'] } } }, then: { required: ['status'] } },
    { if: { properties: { kind: { const: 'latency' } } }, then: { required: ['ms'] } },
    { if: { properties: { kind: { const: 'document' } } }, then: { required: ['document'] } },
  ],
}
const faultRuleSchema = {
  type: 'object',
  required: ['operation', 'fault'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', minLength: 1 },
    operation: { type: 'string', minLength: 1 },
    subject: { type: 'string' },
    times: { type: 'integer', minimum: 1, nullable: true },
    skip: { type: 'integer', minimum: 0 },
    probability: { type: 'number', minimum: 0, maximum: 1 },
    fault: faultSchema,
  },
}

/** Registers the `/__sandbox/` routes both sandboxes have: faults, clock, counters, switches and reset. */
export function registerControl(app: FastifyInstance, parts: ControlParts): void {
  const { clock, faults, counters, switches } = parts

  app.get('/__sandbox/faults', () => ({ faults: faults.list() }))
  app.post<{ Body: FaultRuleInput }>('/__sandbox/faults', { schema: { body: faultRuleSchema } }, (request, reply) =>
    reply.code(201).send(faults.add(request.body)),
  )
  app.delete('/__sandbox/faults', (_request, reply) => {
    faults.clear()
    return reply.code(204).send()
  })
  app.delete<{ Params: { id: string } }>('/__sandbox/faults/:id', (request, reply) =>
    reply.code(faults.remove(request.params.id) ? 204 : 404).send(),
  )

  app.get('/__sandbox/clock', () => ({ now: clock.now().toISOString() }))
  app.post<{ Body: { advanceMs?: number; set?: string } }>('/__sandbox/clock', { schema: clockSchema }, (request) => {
    if (request.body.set !== undefined) clock.setTo(new Date(request.body.set))
    if (request.body.advanceMs !== undefined) clock.advance(request.body.advanceMs)
    return { now: clock.now().toISOString() }
  })

  app.get<{ Querystring: { operation?: string; subject?: string } }>('/__sandbox/counters', (request) => ({
    counters: counters.report(request.query),
  }))
  app.delete('/__sandbox/counters', (_request, reply) => {
    counters.clear()
    return reply.code(204).send()
  })

  app.get('/__sandbox/switches', () => ({ switches: switches.describe() }))
  app.patch<{ Body: Record<string, unknown> }>('/__sandbox/switches', { schema: objectBody }, (request, reply) => {
    try {
      switches.patch(request.body)
    } catch (error) {
      if (error instanceof RangeError) return reply.code(400).send({ message: error.message })
      throw error
    }
    return reply.send({ switches: switches.describe() })
  })

  app.post('/__sandbox/reset', (_request, reply) => {
    parts.reset()
    return reply.code(204).send()
  })
}

const objectBody = { body: { type: 'object' } }
const clockSchema = {
  body: {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: { advanceMs: { type: 'integer' }, set: { type: 'string', format: 'date-time' } },
  },
}
