import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.ts'
import { watchEventLoop } from './event-loop.ts'
import { isProbe } from './probes.ts'

/** How much may be going on before requests are refused. */
export interface OverloadLimits {
  /** Mean delay of the event loop, in ms; 0 means that there is no limit. */
  eventLoopDelayMs: number
  /**
   * Requests that have arrived and whose answer has not begun; 0: no limit. A stream that is being sent waits for nothing
   * and does not count.
   */
  requestsUnderWay: number
  /** Time over which the mean is taken, in ms. */
  overMs?: number
}

const orNone = (limit: number): number => (limit === 0 ? Infinity : limit)

/** Refuses early what would only be answered when nobody waits for it any more. */
export function installOverloadGuard(
  app: FastifyInstance,
  { eventLoopDelayMs, requestsUnderWay, overMs = 5_000 }: OverloadLimits,
): void {
  const meanDelay = watchEventLoop(app, overMs)
  const underWay = new Set<FastifyRequest>()
  const isOverloaded = (): boolean =>
    underWay.size >= orNone(requestsUnderWay) || meanDelay() > orNone(eventLoopDelayMs)

  const admit = (request: FastifyRequest, done: (error?: Error) => void): void => {
    if (isProbe(request.routeOptions.url)) done()
    else if (isOverloaded()) done(new ApiError('service.overloaded'))
    else {
      // Whoever has hung up meanwhile waits no longer.
      if (!request.socket.destroyed) underWay.add(request)
      done()
    }
  }

  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => underWay.delete(request))
    admit(request, done)
  })
  // While a body arrives its sender is waited for: a thousand that never arrive must not take every place.
  app.addHook('preParsing', (request, _reply, payload, done) => {
    underWay.delete(request)
    done(null, payload)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    admit(request, done)
  })
  app.addHook('onSend', (request, _reply, payload, done) => {
    underWay.delete(request)
    done(null, payload)
  })
}
