import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What a page of another origin may send besides what every page may. */
const allowedHeaders = [
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'last-event-id',
  'x-request-id',
]

/** What such a page may read of an answer. */
const exposedHeaders = [
  'api-version',
  'deprecation',
  'sunset',
  'etag',
  'idempotency-replayed',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-request-id',
]

/** How long a browser may go without asking again, in seconds; a removed origin is refused meanwhile all the same. */
const maxAge = 600

/**
 * Lets pages of these origins call the API with `fetch` (CORS). No cookies: callers show a key or a token. The header
 * `cross-origin-resource-policy: same-origin` stays, since it does not bear on requests made by CORS.
 */
export async function installCrossOrigin(app: FastifyInstance, origins: ReadonlySet<string>): Promise<void> {
  if (origins.size === 0) return
  // The route of the plug-in for preflights; it must say who may call it like any other.
  app.addHook('onRoute', (route) => {
    if (route.method === 'OPTIONS' && route.url === '*') route.config = { ...route.config, scope: 'public' }
  })
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && origins.has(origin)),
    methods,
    allowedHeaders,
    exposedHeaders,
    maxAge,
    // What is no preflight is answered like any method that is not there.
    strictPreflight: false,
  })
}
