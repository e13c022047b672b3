import { z } from 'zod'
import type { App, RouteDeps } from '../../../app.ts'
import { tenantParams } from '../../schemas.ts'

/**
 * `GET /api/tenants/:tenantId/changes`: server-sent events. `change` says that some conversation of the tenant changed;
 * what it is now is read from the list. After a reconnect, `Last-Event-ID` makes a missed change show at once.
 */
export function registerChanges(app: App, { directory, feed }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/changes',
    {
      config: { scope: 'status:read' },
      schema: {
        params: tenantParams,
        headers: z.object({ 'last-event-id': z.string().max(64).optional() }),
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      const stream = await feed.open(tenantId, request.headers['last-event-id'])
      return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream)
    },
  )
}
