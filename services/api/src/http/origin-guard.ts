import { isIP } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { ApiError } from '../errors/api-error.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A page behind a signed link: people come to it from the pages of Thulium. Reading it changes nothing. */
    linkedFromOutside?: boolean
  }
}

const parse = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined)

/**
 * A web page cannot make a browser send an IP address, `localhost` or a name without a dot as Host and reach this
 * service through a domain of its own, which is how DNS rebinding works.
 */
const isLocalName = (name: string): boolean => isIP(name) !== 0 || !name.includes('.')

const reading = new Set(['GET', 'HEAD'])

/**
 * Where callers are not authenticated, reaching the port is all it takes, and the browser of anyone on this machine
 * can; where they are, this is one wall more. So a foreign web page must neither send changes (cross-site requests)
 * nor read answers (DNS rebinding).
 * @param hostnames further names of this service
 * @param origins whose pages may call it all the same
 */
export function installOriginGuard(
  app: FastifyInstance,
  hostnames: readonly string[],
  origins: ReadonlySet<string>,
): void {
  const known = new Set(hostnames.map((name) => name.toLowerCase()))
  app.addHook('onRequest', (request, _reply, done) => {
    // As it was sent: a web page can set `X-Forwarded-Host`, which fastify believes behind a trusted proxy, but never Host.
    const own = parse(`http://${request.headers.host ?? ''}`)
    const hostname = own?.hostname.replace(/^\[|\]$/g, '') ?? ''
    const { origin } = request.headers
    const allowed = origin !== undefined && origins.has(origin)
    const foreign = origin !== undefined && !allowed && parse(origin)?.host !== own?.host
    const invited = allowed || (request.routeOptions.config.linkedFromOutside === true && reading.has(request.method))
    if (!isLocalName(hostname) && !known.has(hostname)) done(new ApiError('request.unknown_host'))
    else if (foreign || (request.headers['sec-fetch-site'] === 'cross-site' && !invited))
      done(new ApiError('request.foreign_origin'))
    else done()
  })
}
