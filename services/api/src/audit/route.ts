import type { RouteOptions } from 'fastify'
import type { AuditKind } from '../schemas/audit.ts'

/** What a request was about, where its path does not say so. */
interface Audited {
  tenantId?: string
  integrationId?: string
  threadId?: string
  subject?: string
  /** What else came of it, in whatever tenant: a line each, of the same kind. */
  also?: readonly { tenantId: string; subject: string }[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** As what a request to this route is written down once it succeeded, or why it is not. */
    audit?: AuditKind | { none: string }
  }
  interface FastifyRequest {
    /** Set by routes whose path does not say what they are about. */
    audited: Audited | null
  }
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * What somebody does to a tenant is written down, or the route says why not; of reading, what is personal.
 * @throws {Error} for a route that does not say
 */
export function assertSaysWhatIsAudited({ method, url, config }: RouteOptions): void {
  const changes = [method].flat().some((one) => !reading.has(one))
  if (changes && url.includes('/:tenantId') && config?.audit === undefined)
    throw new Error(
      `The route ${[method].flat().join('/')} ${url} changes something of a tenant: give it config: { audit: … }.`,
    )
}
