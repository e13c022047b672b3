import type { Log } from '@connector/service-kit'
import type { FastifyInstance } from 'fastify'
import { isProbe } from './probes.ts'

/** One line per answer, with the pattern of the route and never the address itself; those of probes would drown the others. */
export function installAccessLog(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url
    if (!isProbe(route))
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
