import type { FastifyInstance } from 'fastify'
import { requestShop } from './access.ts'
import { classicError } from '../model/api-error.ts'
import type { World } from '../world/conversations.ts'
import { platformConfiguration } from './platform-configuration.ts'
import { reasons } from '../world/reasons.ts'
import { wireAccount } from './account-view.ts'

/** V01, A01, PC01, RE01, and 410 for the calls Mirakl has withdrawn. */
export function registerPlatform(api: FastifyInstance, world: World): void {
  api.get('/version', () => ({ version: '4.112.0' }))
  api.get('/account', (request) => {
    const shop = world.state.shops.get(requestShop(world, request))
    if (!shop) throw classicError(404, 'Shop not found')
    return wireAccount(world, shop)
  })
  api.get('/platform/configuration', (request) => {
    requestShop(world, request)
    return platformConfiguration
  })
  api.get('/reasons', (request) => {
    requestShop(world, request)
    return { reasons, total_count: reasons.length }
  })

  // M01, OR41, OR42, OR12, RE02, RE11, RE12, RE14 ("no integration allowed"; OR12 was seen answering 410).
  const gone = () => {
    throw classicError(410, 'This API is deprecated and not available any more')
  }
  api.get('/messages', gone)
  api.get('/orders/:id', gone)
  api.get('/orders/:id/messages', gone)
  api.post('/orders/:id/messages', gone)
  api.get('/reasons/:type', gone)
}
