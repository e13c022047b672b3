import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'

const values = z.record(z.string(), z.unknown())

function unknownOf({ query, routeOptions: { schema } }: FastifyRequest): string[] {
  const { querystring } = schema ?? {}
  const known = querystring instanceof z.ZodObject ? Object.keys(querystring.shape) : []
  return Object.keys(values.parse(query)).filter((name) => !known.includes(name))
}

/** A filter that is misspelt and passed over would show everything; so what a route of the API does not read is refused. */
export function installKnownQuery(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    const ofApi = request.routeOptions.url?.startsWith('/api/') === true
    const unknown = ofApi ? unknownOf(request) : []
    const errors = unknown.map((name) => ({
      field: `query.${name}`,
      message: 'is no parameter of this address',
      messagePl: 'nie jest parametrem tego adresu',
    }))
    done(errors.length > 0 ? new ApiError('request.invalid', undefined, errors) : undefined)
  })
}
