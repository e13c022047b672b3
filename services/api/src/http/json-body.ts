import type { FastifyInstance } from 'fastify'

/** Many clients name a type and send nothing where a route asks for nothing: an empty body is none. */
export function installJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, typeof body === 'string' ? body : body.toString('utf8'), done)
  })
}
