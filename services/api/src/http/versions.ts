import type { FastifyInstance, RouteOptions } from 'fastify'

/** Of the contract, as its document says it; its first number is that of the path, where there is none in it 1. */
export const apiVersion = '1.0.0'

interface Deprecated {
  /** Days, such as `2026-03-02`. */
  since: string
  sunset: string
  /** What to call instead. */
  instead: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route goes away after `sunset` (docs/decisions/0016). */
    deprecated?: Deprecated
  }
}

const dayMs = 86_400_000

/** A caller who looks at his log twice a year must have seen it. */
const shortestNoticeDays = 180

/** @throws {Error} for a route that goes away too soon */
function assertInTime({ url, config }: RouteOptions): void {
  if (!config?.deprecated) return
  const { since, sunset } = config.deprecated
  const notice = (Date.parse(sunset) - Date.parse(since)) / dayMs
  if (!(notice >= shortestNoticeDays))
    throw new Error(
      `The route ${url} is to go ${notice} days after it was deprecated: give callers ${shortestNoticeDays}.`,
    )
}

/** Tells callers which contract an answer follows, and when the route that they call goes away. */
export function installVersions(app: FastifyInstance): void {
  app.addHook('onRoute', assertInTime)
  app.addHook('onRequest', (request, reply, done) => {
    const { url, config } = request.routeOptions
    if (url?.startsWith('/api/') === true) void reply.header('api-version', apiVersion)
    if (config.deprecated) {
      const { since, sunset } = config.deprecated
      void reply.header('deprecation', `@${Date.parse(since) / 1_000}`)
      void reply.header('sunset', new Date(sunset).toUTCString())
      void reply.header('link', '</reference>; rel="deprecation"; type="text/html"')
    }
    done()
  })
}
