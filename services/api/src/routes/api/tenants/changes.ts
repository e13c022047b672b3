import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { stillAdmitted } from '../../../authentication/still-admitted.ts'
import { field } from '../../../schemas/field.ts'
import { tenantParams } from '../../../schemas/views.ts'

/**
 * `GET /api/tenants/:tenantId/changes`: server-sent events. `change` says that some conversation of the tenant changed;
 * what it is now is read from the list. After a reconnect, `Last-Event-ID` makes a missed change show at once.
 */
export function registerChanges(app: App, { authentication, directory, feed }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/changes',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'watchChanges',
        tags: ['Status'],
        summary: 'Watch for changes',
        description:
          'Server-sent events. `change` says that some conversation of the tenant changed; read the list to see what it is now. `effects` says that open writes did, with their counts; `status`, that something did by which the status is made, but for what only time brings about. What leaves no event shows within 15 s. A comment comes every 15 s to keep the connection open. After a reconnect, `Last-Event-ID` makes a missed change show at once. The stream ends within a minute when the key is revoked or the token expires, and when nobody reads it.',
        problems: ['service.stopping', 'changes.too_many_streams', 'changes.no_room'],
        unchecked: {
          200: {
            description: 'A stream that ends only with the connection.',
            content: {
              'text/event-stream': {
                schema: { type: 'string' },
                example: 'id: pX3k9fQ2\nevent: change\ndata: {"changedAt":"2026-03-02T08:15:00.000Z"}\n\n',
              },
            },
          },
        },
        params: tenantParams,
        headers: z.object({
          'last-event-id': field(
            z.string().max(64),
            'The `id` of the last event seen; browsers send it by themselves.',
            'pX3k9fQ2',
          ).optional(),
        }),
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      const stream = await feed.open(tenantId, {
        lastMark: request.headers['last-event-id'],
        stillAdmitted: stillAdmitted(authentication.callers, request),
      })
      return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream)
    },
  )
}
