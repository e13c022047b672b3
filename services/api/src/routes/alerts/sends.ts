import { createAlertRepeats } from '../../accounts/alert-repeats.ts'
import { createAlertTargets } from '../../accounts/alert-targets.ts'
import { problems } from '../../errors/problem.ts'
import { deliveryView, replayBody, replayed } from '../../schemas/alerts.ts'
import type { App, RouteDeps } from '../deps.ts'
import { deliveryOf } from './delivery-of.ts'
import { known, sendsOf, tags, type AlertOwner } from './owner.ts'

/** What a person has sent to a target: a test, or what it missed. */
export function registerAlertSends(app: App, deps: RouteDeps, owner: AlertOwner): void {
  const { base, suffix, of } = owner
  const targets = createAlertTargets(deps)
  const repeats = createAlertRepeats(deps)
  const sends = sendsOf(owner)

  app.post(
    `${base}/alert-targets/:targetId/test`,
    {
      config: sends,
      schema: {
        operationId: `testAlertTarget${suffix}`,
        tags,
        summary: `Send a test alert ${of}`,
        description: 'Also to one that is disabled. How it went is read from its delivery a moment later.',
        problems: ['alert_target.unknown'],
        params: owner.targetParams,
        response: { 202: deliveryView, ...problems },
      },
    },
    async (request, reply) => {
      const tenantId = await known(deps, request.params)
      const { target_id: targetId } = await targets.find(tenantId, request.params.targetId)
      request.audited = { subject: targetId }
      return reply.code(202).send(await deliveryOf(deps, tenantId, await repeats.test(tenantId, targetId)))
    },
  )
  app.post(
    `${base}/alert-targets/:targetId/replay`,
    {
      config: sends,
      schema: {
        operationId: `replayAlerts${suffix}`,
        tags,
        summary: `Send alerts ${of} again since a time`,
        description: 'What the target has not taken, with the ids that it had. For one that was away or disabled.',
        problems: ['alert_target.unknown'],
        params: owner.targetParams,
        body: replayBody,
        response: { 202: replayed, ...problems },
      },
    },
    async (request, reply) => {
      const tenantId = await known(deps, request.params)
      const { target_id: targetId } = await targets.find(tenantId, request.params.targetId)
      request.audited = { subject: targetId }
      const deliveries = await repeats.since(tenantId, targetId, new Date(request.body.since))
      return reply.code(202).send({ deliveries })
    },
  )
}
