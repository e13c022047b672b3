import { both } from '@connector/domain/words'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { tenantOf } from './access-control.ts'
import { ApiError } from '../errors/api-error.ts'
import { isProbe } from '../http/probes.ts'

/** Requests per minute in one process; 0 means that there is no limit. */
export interface RateLimits {
  /** Of an IPv4 address, or of an IPv6 network of 64 bits, which is what one customer of a provider has. */
  perAddress: number
  perTenant: number
}

const windowSeconds = 60

type Limiter = ReturnType<FastifyInstance['createRateLimit']>
type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** A request counts towards more than one limit; each is an item of the same list (RFC 9651). */
function addItem(reply: FastifyReply, name: string, item: string): void {
  const before = reply.getHeader(name)
  void reply.header(name, typeof before === 'string' ? `${before}, ${item}` : item)
}

/** Counts the request and says so in the fields of draft-ietf-httpapi-ratelimit-headers. */
async function count(limiter: Limiter, name: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const found = await limiter(request)
  if (found.isAllowed) return
  const { max, remaining, ttlInSeconds, isExceeded } = found
  addItem(reply, 'ratelimit-policy', `"${name}";q=${max};w=${windowSeconds}`)
  addItem(reply, 'ratelimit', `"${name}";r=${remaining};t=${ttlInSeconds}`)
  if (!isExceeded) return
  void reply.header('retry-after', ttlInSeconds)
  throw new ApiError(
    'request.rate_limited',
    both(
      `Limit ${max} zapytań na minutę (${name}) jest wyczerpany.`,
      `This ${name} has had its ${max} requests of this minute.`,
    ),
  )
}

/**
 * Hooks that refuse what goes beyond the limits. Each limit remembers the 5 000 addresses or tenants that were seen last;
 * whoever is pushed out of its memory begins anew.
 * @returns `address` is to run before anything is known of the caller, `tenant` once it is known
 */
export async function createRateLimits(
  app: FastifyInstance,
  { perAddress, perTenant }: RateLimits,
): Promise<{ address: Hook; tenant: Hook }> {
  await app.register(rateLimit, { global: false, timeWindow: windowSeconds * 1000 })
  const ofAddress = app.createRateLimit({ max: perAddress })
  const ofTenant = app.createRateLimit({ max: perTenant, keyGenerator: (request) => tenantOf(request) ?? '' })
  return {
    address: async (request, reply) => {
      if (perAddress > 0 && !isProbe(request.routeOptions.url)) await count(ofAddress, 'address', request, reply)
    },
    tenant: async (request, reply) => {
      if (perTenant > 0 && tenantOf(request) !== undefined) await count(ofTenant, 'tenant', request, reply)
    },
  }
}
