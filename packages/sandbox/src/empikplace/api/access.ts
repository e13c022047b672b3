import type { FastifyRequest } from 'fastify'
import type { CallCounters } from '../../kit/counters.ts'
import type { Identify } from '../../kit/identify.ts'
import { ApiError, classicError, unauthorized } from '../model/api-error.ts'
import type { World } from '../world/conversations.ts'
import type { ApiKey } from '../model/model.ts'

/** Operation code of each imitated route, by method and path. */
const operations: Record<string, string> = {
  'GET /api/version': 'V01',
  'GET /api/account': 'A01',
  'GET /api/platform/configuration': 'PC01',
  'GET /api/reasons': 'RE01',
  'GET /api/inbox/threads': 'M11',
  'POST /api/inbox/threads': 'M14',
  'GET /api/inbox/threads/:id': 'M10',
  'POST /api/inbox/threads/:id/message': 'M12',
  'GET /api/inbox/threads/:id/download': 'M13',
  'GET /api/orders': 'OR11',
  'POST /api/orders/:id/threads': 'OR43',
}

/** Operation code and key of a call to the API; undefined for everything else the sandbox serves. */
export const identify: Identify = (request) => {
  const operation = operations[`${request.method} ${request.routeOptions.url ?? ''}`]
  return operation === undefined ? undefined : { operation, subject: request.headers.authorization ?? '' }
}

export function requestQuery(request: FastifyRequest): Record<string, string | string[] | undefined> {
  return request.query as Record<string, string | string[] | undefined>
}

/** The key of a call: the raw key in `Authorization`. `Bearer` and `?api_key=` are refused, also beside a good header. */
export function authenticate({ state }: World, request: FastifyRequest): ApiKey {
  if ('api_key' in requestQuery(request)) throw unauthorized()
  const key = state.keys.get(request.headers.authorization ?? '')
  if (!key) throw unauthorized()
  const call = identify(request)
  if (call && key.deniedOperations.includes(call.operation)) throw classicError(403, 'Access denied')
  return key
}

/**
 * The shop a call is about: `shop_id`, or the default shop of the user when it is left out. That default is the silent
 * trap of keys with several shops: it answers 200 with the wrong shop's data.
 */
export function requestShop(world: World, request: FastifyRequest): number {
  const { state, switches } = world
  const key = authenticate(world, request)
  const given = requestQuery(request).shop_id
  if (given === undefined) return key.defaultShopId
  const text = Array.isArray(given) ? given[0] : given
  const shopId = text !== undefined && /^\d{1,18}$/.test(text) ? Number(text) : undefined
  if (shopId === undefined) throw classicError(400, `Parameter 'shop_id' is not a number: ${String(given)}`)
  if (!key.shopIds.includes(shopId) || !state.shops.has(shopId)) {
    const status = switches.get('foreignShop')
    throw classicError(status, status === 403 ? 'Access denied' : `Shop ${shopId} not found`)
  }
  return shopId
}

/** 429 once a key has used up its calls of one operation in the last hour (off unless switched on). */
export function checkHourlyLimit(
  { switches, clock }: World,
  counters: CallCounters,
  request: FastifyRequest,
): number | undefined {
  const limit = switches.get('hourlyLimitPerKey')
  const call = limit === null ? undefined : identify(request)
  if (limit === null || !call) return undefined
  const now = clock.now().getTime()
  const used = counters.count({ ...call, since: new Date(now - 3_600_000 + 60_000) })
  return used > limit ? 60 - Math.floor((now / 1000) % 60) : undefined
}

/** 406 when the caller's Accept does not allow what the operation answers with. */
export function checkAccept({ switches }: World, request: FastifyRequest): void {
  const accept = request.headers.accept
  if (accept === undefined || accept === '') return
  const isDownload = identify(request)?.operation === 'M13'
  if (isDownload && switches.get('downloadAccept') === 'anything') return
  const answer = isDownload ? 'application/octet-stream' : 'application/json'
  const allowed = accept.split(',').map((range) => range.split(';')[0]?.trim().toLowerCase())
  if (!allowed.some((range) => range === '*/*' || range === 'application/*' || range === answer)) {
    throw new ApiError(406, { status: 406, message: 'Not Acceptable' })
  }
}
