import type { Log } from '@connector/service-kit'
import type { FastifyInstance } from 'fastify'

/** Asked for every few seconds by whatever watches the process; their lines would drown the others. */
const unlogged = new Set(['/livez', '/readyz'])

/** One line per answer, with the pattern of the route and never the address itself. */
export function installAccessLog(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url
    if (route === undefined || !unlogged.has(route))
      log.info(
        {
          requestId: request.id,
          method: request.method,
          route: route ?? 'none',
          status: reply.statusCode,
          // With the request id, which is in the log of events: who caused a change.
          ...(request.caller ? { accessKeyId: request.caller.keyId } : {}),
          durationMs: Math.round(reply.elapsedTime),
        },
        'Answered',
      )
    done()
  })
}
