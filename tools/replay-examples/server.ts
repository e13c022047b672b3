import fastify, { type FastifyInstance } from 'fastify'
import type { PublishedExamples } from './published.ts'

/** An EmpikPlace that knows nothing but the published examples. */
export function createExamplesServer({ listed, whole, orders }: PublishedExamples): FastifyInstance {
  const app = fastify()
  app.get('/api/inbox/threads', (request) => {
    const { query } = request
    const secondPage = typeof query === 'object' && query !== null && 'page_token' in query
    return secondPage ? { data: [] } : { data: listed, next_page_token: 'second-page' }
  })
  app.get<{ Params: { id: string } }>('/api/inbox/threads/:id', (request, reply) => {
    const found = whole.get(request.params.id)
    return found ?? reply.code(404).send({ message: 'Unknown thread', status: 404 })
  })
  app.get<{ Querystring: { order_ids?: string } }>('/api/orders', (request) => {
    const ids = new Set((request.query.order_ids ?? '').split(','))
    const found = orders.filter(({ order_id: id }) => ids.has(id))
    return { orders: found, total_count: found.length }
  })
  return app
}
