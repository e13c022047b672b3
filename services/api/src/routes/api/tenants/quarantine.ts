import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { textFor } from '../../../authentication/texts.ts'
import { problems } from '../../../errors/problem.ts'
import { askForRetry, readQuarantine } from '../../../reads/quarantine.ts'
import { field } from '../../../schemas/field.ts'
import { quarantinedView } from '../../../schemas/quarantine.ts'
import { count, tenantParams } from '../../../schemas/views.ts'

/**
 * `GET /api/tenants/:tenantId/quarantine`: what is set aside because this version cannot read it, and
 * `POST …/quarantine/retry`: tries all of it again now.
 */
export function registerQuarantine(app: App, { directory, store }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/quarantine',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'listQuarantine',
        tags: ['Status'],
        summary: 'List what is set aside because it cannot be read',
        description:
          'A conversation, an integration or the account in whose events this version met one that it cannot read, as after going back to an earlier release. Everything else goes on, and nothing is lost: the events stay in the log.',
        params: tenantParams,
        response: { 200: z.object({ items: field(z.array(quarantinedView), 'The oldest first.') }), ...problems },
      },
    },
    async (request) => {
      const { tenantId } = request.params
      await directory.tenant(tenantId)
      const text = textFor(request)
      const items = await readQuarantine(store, tenantId)
      return { items: items.map((item) => ({ ...item, reason: text(item.reason) })) }
    },
  )
  app.post(
    '/api/tenants/:tenantId/quarantine/retry',
    {
      config: { scope: 'operate', audit: 'quarantine-retried' },
      schema: {
        operationId: 'retryQuarantine',
        tags: ['Status'],
        summary: 'Try again what is set aside',
        description:
          'Within a second, where a projector runs. What can be read by then goes on where it stopped; the rest stays in the list.',
        params: tenantParams,
        response: { 202: z.object({ asked: count('How many are tried again.', 1) }), ...problems },
      },
    },
    async ({ params: { tenantId } }, reply) => {
      await directory.tenant(tenantId)
      return reply.code(202).send({ asked: await askForRetry(store, tenantId) })
    },
  )
}
