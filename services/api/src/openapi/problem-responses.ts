import type { OpenAPIV3_1 } from 'openapi-types'
import { catalogue, type ProblemCode } from '../errors/catalogue.ts'
import { problemType } from '../errors/problem.ts'
import { isProbe } from '../http/probes.ts'
import { idempotencyProblems } from '../idempotency/route.ts'
import type { Responses } from './route-schema.ts'

export interface RouteFacts {
  method: string
  /** As fastify writes it: `/api/tenants/:tenantId`. */
  url: string
  /** Whether the route takes parameters, a query, headers or a body that can be wrong. */
  takesInput: boolean
  /** Callers need not say who they are. */
  isPublic: boolean
  takesIdempotencyKey: boolean
  needsKey: boolean
}

const readsNoBody = new Set(['GET', 'HEAD'])

/** What every route of this kind can answer, whatever it does. */
export function generalProblems({
  method,
  url,
  takesInput,
  isPublic,
  takesIdempotencyKey,
  needsKey,
}: RouteFacts): ProblemCode[] {
  const underTenant = url.includes('/:tenantId')
  return [
    'request.foreign_origin',
    'request.unknown_host',
    'internal.unexpected',
    ...(isProbe(url) ? [] : (['request.rate_limited', 'service.overloaded'] as const)),
    ...(isPublic ? [] : (['authentication.missing', 'authentication.invalid', 'authentication.scope'] as const)),
    ...(needsKey ? (['authentication.key_needed'] as const) : []),
    ...(takesIdempotencyKey ? idempotencyProblems : []),
    // A parameter that an address does not read is refused, too.
    ...(takesInput || url.startsWith('/api/') ? (['request.invalid'] as const) : []),
    ...(readsNoBody.has(method)
      ? []
      : (['request.invalid', 'request.not_json', 'request.too_large', 'request.media_type'] as const)),
    ...(url.startsWith('/api/') ? (['database.unavailable'] as const) : []),
    ...(underTenant ? (['tenant.unknown', 'tenant.deleted'] as const) : []),
    ...(url.includes('/integrations/:integrationId') ? (['integration.unknown'] as const) : []),
  ]
}

/** One answer for each status, with the codes that tell its problems apart. */
export function problemResponses(codes: readonly ProblemCode[]): Responses {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of [...new Set(codes)].sort()) {
    const { status } = catalogue[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const entries = [...byStatus].map(([status, ofStatus]) => [String(status), responseOf(ofStatus)] as const)
  return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)))
}

const responseOf = (codes: readonly ProblemCode[]): OpenAPIV3_1.ResponseObject => ({
  description: codes.map((code) => `\`${code}\`: ${catalogue[code].title}.`).join('\n\n'),
  content: {
    [problemType]: {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { code: { type: 'string', description: 'Which of them.', enum: [...codes] } } },
        ],
      },
    },
  },
})
