import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.ts'
import { isProbe } from './probes.ts'

/** How much may be going on before requests are refused; 0 means that there is no limit. */
export interface OverloadLimits {
  /** Mean delay of the event loop over a second, in ms. */
  eventLoopDelayMs: number
  /** Requests whose answer has not begun. A stream that is being sent waits for nothing and does not count. */
  requestsUnderWay: number
}

/** Refuses early what would only be answered when nobody waits for it any more. */
export async function installOverloadGuard(
  app: FastifyInstance,
  { eventLoopDelayMs, requestsUnderWay }: OverloadLimits,
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    pressureHandler: (request) => {
      if (!isProbe(request.routeOptions.url)) throw new ApiError('service.overloaded')
    },
  })
  if (requestsUnderWay === 0) return
  const underWay = new Set<FastifyRequest>()
  app.addHook('onRequest', (request, reply, done) => {
    if (isProbe(request.routeOptions.url)) done()
    else if (underWay.size >= requestsUnderWay) done(new ApiError('service.overloaded'))
    else {
      underWay.add(request)
      // Whoever hangs up before the answer begins waits no longer.
      reply.raw.once('close', () => underWay.delete(request))
      done()
    }
  })
  app.addHook('onSend', (request, _reply, payload, done) => {
    underWay.delete(request)
    done(null, payload)
  })
}
