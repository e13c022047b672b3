import type { Log } from '@connector/service-kit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isProbe } from './probes.ts'

/** A path can say anything in the place of a tenant; only what could be one is written down. */
const nameOf = (tenantId = ''): string | undefined => (/^[a-z0-9-]{1,63}$/.test(tenantId) ? tenantId : undefined)

/** One line per answer, with the pattern of the route and never the address itself; those of probes would drown the others. */
export function installAccessLog(
  app: FastifyInstance,
  log: Log,
  tenantOf: (request: FastifyRequest) => string | undefined,
): void {
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
          tenantId: nameOf(tenantOf(request)),
          address: request.ip,
          durationMs: Math.round(reply.elapsedTime),
        },
        'Answered',
      )
    done()
  })
}
