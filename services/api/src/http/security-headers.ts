import type { FastifyInstance, FastifyReply } from 'fastify'

/** Answers of the API are data: no browser may guess a type, frame them, keep them or run anything in them. */
const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const

/** Headers that a route has set itself stay as they are. */
export function setSecurityHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(always)) if (!reply.hasHeader(name)) void reply.header(name, value)
}

export function installSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    setSecurityHeaders(reply)
    done(null, payload)
  })
}
