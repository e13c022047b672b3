import { z } from 'zod'
import { createAlertRepeats } from '../../accounts/alert-repeats.ts'
import { problems } from '../../errors/problem.ts'
import { listAlerts, listDeliveries } from '../../reads/alerts.ts'
import { alertView, deliveryView, targetId } from '../../schemas/alerts.ts'
import { field } from '../../schemas/field.ts'
import { cursorQuery, limitQuery, nextCursor } from '../../schemas/paging.ts'
import type { App, RouteDeps } from '../deps.ts'
import { deliveryOf } from './delivery-of.ts'
import { known, sendsOf, tags, type AlertOwner } from './owner.ts'

const paging = { limit: limitQuery, cursor: cursorQuery }

/** The alerts there were, and how they were delivered. */
export function registerAlertDeliveries(app: App, deps: RouteDeps, owner: AlertOwner): void {
  const { base, suffix, scope, of } = owner
  const repeats = createAlertRepeats(deps)
  const sends = sendsOf(owner)

  app.get(
    `${base}/alert-deliveries`,
    {
      config: { scope },
      schema: {
        operationId: `listAlertDeliveries${suffix}`,
        tags,
        summary: `List the deliveries of alerts ${of}`,
        description: 'The newest first. Kept for 90 days.',
        params: owner.params,
        querystring: z.object({ ...paging, targetId: targetId.optional() }),
        response: { 200: z.object({ items: field(z.array(deliveryView), 'By time.'), nextCursor }), ...problems },
      },
    },
    async ({ params, query }) => listDeliveries(deps.store, await known(deps, params), query),
  )
  app.post(
    `${base}/alert-deliveries/:deliveryId/replay`,
    {
      config: sends,
      schema: {
        operationId: `replayAlertDelivery${suffix}`,
        tags,
        summary: `Send one alert ${of} again`,
        description: 'To the same target, with the same id and the same words.',
        problems: ['alert_delivery.unknown'],
        params: owner.deliveryParams,
        response: { 202: deliveryView, ...problems },
      },
    },
    async (request, reply) => {
      const tenantId = await known(deps, request.params)
      const { deliveryId } = request.params
      request.audited = { subject: deliveryId }
      return reply.code(202).send(await deliveryOf(deps, tenantId, await repeats.again(tenantId, deliveryId)))
    },
  )
  app.get(
    `${base}/alerts`,
    {
      config: { scope: owner.readScope },
      schema: {
        operationId: `listAlerts${suffix}`,
        tags,
        summary: `List the alerts ${of}`,
        description: 'The newest first, also what was left out because there was too much of it. Kept for 90 days.',
        params: owner.params,
        querystring: z.object(paging),
        response: { 200: z.object({ items: field(z.array(alertView), 'By time.'), nextCursor }), ...problems },
      },
    },
    async ({ params, query }) => listAlerts(deps.store, await known(deps, params), query),
  )
}
