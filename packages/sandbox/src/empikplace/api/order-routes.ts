import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requestShop } from './access.ts'
import { classicError } from '../model/api-error.ts'
import type { World } from '../world/conversations.ts'
import type { Order } from '../model/model.ts'
import { queryList, queryNumber, queryPageSize, queryText } from './query.ts'
import { readInstant } from '../model/date.ts'
import { wireOrder } from './order-view.ts'

// OpenAPI, OR11 and its siblings: no more ids than this in one call.
const maximumIds = 100
const defaultPage = 10

/** OR11, with offset paging and `Link` headers. */
export function registerOrders(api: FastifyInstance, world: World): void {
  const { state, switches } = world

  api.get('/orders', (request, reply) => {
    const shopId = requestShop(world, request)
    const max = queryPageSize(request, 'max', defaultPage, switches.get('overLimit'))
    const offset = queryNumber(request, 'offset', 0)
    const ids = queryList(request, 'order_ids')
    if (ids && ids.length > maximumIds) {
      throw classicError(400, `order_ids cannot hold more than ${maximumIds} ids`)
    }
    const named = ids ? [...new Set(ids)].flatMap((id) => state.orders.get(id) ?? []) : state.ordersOfShop(shopId)
    const accept = orderFilter(request)
    const found = named.filter((order) => order.shopId === shopId && accept(order))
    const direction = queryText(request, 'order') === 'desc' ? -1 : 1
    found.sort((one, other) => direction * (one.createdAt - other.createdAt))
    const links = [
      ...(offset > 0 ? [pageLink(request, Math.max(0, offset - max), 'previous')] : []),
      ...(offset + max < found.length ? [pageLink(request, offset + max, 'next')] : []),
    ]
    if (links.length > 0) reply.header('link', links.join(', '))
    const orders = found.slice(offset, offset + max).map((order) => wireOrder(world, order))
    return { orders, total_count: found.length }
  })
}

function orderFilter(request: FastifyRequest): (order: Order) => boolean {
  const states = queryList(request, 'order_state_codes')
  const channels = queryList(request, 'channel_codes')
  const references = queryList(request, 'order_references_for_seller')
  const hasIncident = queryText(request, 'has_incident')
  const instant = (name: string, fallback: number) => readInstant(name, queryText(request, name)) ?? fallback
  const start = instant('start_date', -Infinity)
  const end = instant('end_date', Infinity)
  const startUpdate = instant('start_update_date', -Infinity)
  const endUpdate = instant('end_update_date', Infinity)
  return (order) =>
    (!states || states.includes(order.state)) &&
    (!channels || channels.includes(order.channel)) &&
    (!references || references.includes(order.sellerReference ?? '')) &&
    (hasIncident === undefined || String(order.hasIncident) === hasIncident) &&
    order.createdAt >= start &&
    order.createdAt <= end &&
    order.updatedAt >= startUpdate &&
    order.updatedAt <= endUpdate
}

function pageLink(request: FastifyRequest, offset: number, rel: string): string {
  const url = new URL(request.url, `${request.protocol}://${request.host}`)
  url.searchParams.set('offset', String(offset))
  return `<${url.href}>; rel="${rel}"`
}
