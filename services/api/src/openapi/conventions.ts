import type { FastifySchema, RouteOptions } from 'fastify'
import { z } from 'zod'
import { isConditionalRead } from '../http/conditional-reads.ts'
import { idempotencyHeaders, ignoredBecause, takesIdempotencyKey } from '../idempotency/route.ts'
import { field } from '../schemas/field.ts'

const ifNoneMatch = z.object({
  'If-None-Match': field(
    z.string(),
    '`etag` of an earlier answer: when nothing has changed since, the answer is 304 without a body.',
    'W/"pX3k9fQ2c0VnM1sT8uYw4a"',
  ).optional(),
})

const notModified = { 304: { description: 'Nothing has changed since the answer with that `etag`.' } }

/** What a route takes and answers by the conventions of the API, besides what it says itself. */
export function withConventions(schema: FastifySchema, route: RouteOptions): FastifySchema {
  const reason = ignoredBecause(route)
  if (reason !== undefined)
    return { ...schema, description: `${schema.description ?? ''} \`Idempotency-Key\` is ignored: ${reason}.`.trim() }
  if (takesIdempotencyKey(route)) return { ...schema, headers: idempotencyHeaders }
  // A stream describes its answer otherwise.
  if (isConditionalRead(route) && schema.response !== undefined)
    return { ...schema, headers: ifNoneMatch, unchecked: { ...schema.unchecked, ...notModified } }
  return schema
}
