import type { FastifyInstance } from 'fastify'
import { ifNoneMatchHolds, weakTag } from './entity-tags.ts'

interface Route {
  method?: string | string[] | undefined
  url?: string | undefined
}

/** Reads of the API, for which callers can ask whether anything changed. */
export const isConditionalRead = ({ method, url }: Route): boolean =>
  [method].flat().includes('GET') && url?.startsWith('/api/') === true

/**
 * Gives answers an ETag by what is in them, unless the route gave one, and answers 304 to whoever has it already.
 * Streams have none. Must be installed after the security headers: such answers may be kept, if asked for each time.
 */
export function installConditionalReads(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!isConditionalRead(request.routeOptions) || reply.statusCode !== 200 || typeof payload !== 'string') {
      done(null, payload)
      return
    }
    const given = reply.getHeader('etag')
    const etag = typeof given === 'string' ? given : weakTag(payload)
    void reply.headers({ etag, 'cache-control': 'private, no-cache' })
    const known = request.headers['if-none-match']
    if (known === undefined || ifNoneMatchHolds(known, etag)) {
      done(null, payload)
      return
    }
    void reply.code(304).removeHeader('content-type').removeHeader('content-length')
    done(null, null)
  })
}
