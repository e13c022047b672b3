import { both, isPlainLine, plainLineMessage, type BothLanguages } from '@connector/domain/words'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError, type FieldError } from '../errors/api-error.ts'

/** Twice as deep as the deepest settings; what goes through a body level by level has a stack of some thousands. */
const deepest = 16

/** What people call a shop, a rule or a key: others must see in it what they saw. */
const hasOddName = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  !isPlainLine(value.name)

const partsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flat() : []

/** Level by level and without a call for each: a body of the greatest length can have 100 000 levels. */
function faultIn(value: unknown): BothLanguages | undefined {
  let level = [value]
  for (let depth = 0; depth <= deepest + 1; depth += 1) {
    // PostgreSQL keeps every character but this one.
    if (level.some((part) => typeof part === 'string' && part.includes('\0')))
      return both('musi być bez znaku NUL', 'Must be without the character NUL')
    // Half of a character: no encoding can carry it, so it would become another text on its way.
    if (level.some((part) => typeof part === 'string' && /\p{Cs}/u.test(part)))
      return both('musi być bez połówek znaków (surogatów)', 'Must be without halves of surrogate pairs')
    if (level.some(hasOddName))
      return both(`nazwa ${plainLineMessage.pl}`, `A name ${plainLineMessage.en.toLowerCase()}`)
    level = level.flatMap(partsOf)
    if (level.length === 0) return undefined
  }
  return both(`zagnieżdżenie głębsze niż ${deepest}`, `Nested more than ${deepest} deep`)
}

function faultsIn({ params, query, body, routeOptions }: FastifyRequest): FieldError[] {
  // A query that the route does not read is none of its business.
  const read = { path: params, ...(routeOptions.schema?.querystring ? { query } : {}), body }
  return Object.entries(read).flatMap(([field, value]) => {
    const fault = faultIn(value)
    return fault === undefined ? [] : [{ field, message: fault.en, messagePl: fault.pl }]
  })
}

/** Refuses what no route could bear, before anything else looks at it. */
export function installBearableInput(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    const faults = request.is404 ? [] : faultsIn(request)
    if (faults.length > 0) done(new ApiError('request.invalid', undefined, faults))
    else done()
  })
}
