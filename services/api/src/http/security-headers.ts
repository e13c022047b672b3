import type { FastifyInstance } from 'fastify'

/** Answers of the API are data: no browser may guess a type, frame them, keep them or run anything in them. */
const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

const policies = {
  data: "default-src 'none'; frame-ancestors 'none'",
  /** For pages served by the same process, unless they bring their own. */
  page: "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'",
} as const

/** Headers that a route has set itself stay as they are. */
export function installSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of Object.entries(always)) if (!reply.hasHeader(name)) void reply.header(name, value)
    if (!reply.hasHeader('content-security-policy')) {
      const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html')
      void reply.header('content-security-policy', isPage ? policies.page : policies.data)
    }
    done(null, payload)
  })
}
