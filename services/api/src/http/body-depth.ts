import type { FastifyInstance } from 'fastify'
import { ApiError } from '../errors/api-error.ts'

/** Twice as deep as the deepest settings; what goes through a body level by level has a stack of some thousands. */
const deepest = 16

const childrenOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

/** Level by level and without a call for each: a body of the greatest length can have 100 000 levels. */
function isTooDeep(body: unknown): boolean {
  let level = [body]
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap(childrenOf)
    if (level.length === 0) return false
  }
  return true
}

/** Refuses bodies that are nested deeper than any that a route takes, before anything else looks at them. */
export function installBodyDepth(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    if (isTooDeep(request.body))
      done(new ApiError('request.invalid', undefined, [{ field: 'body', message: `Nested more than ${deepest} deep` }]))
    else done()
  })
}
