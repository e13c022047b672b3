import { z } from 'zod'
import { createAlertTargets } from '../../accounts/alert-targets.ts'
import { problems } from '../../errors/problem.ts'
import { newTargetBody, targetBody, targetCreated, targetView } from '../../schemas/alerts.ts'
import { field } from '../../schemas/field.ts'
import type { App, RouteDeps } from '../deps.ts'
import { changesOf, known, secretAnswer, tags, type AlertOwner } from './owner.ts'

/** Who is told: listed, added, changed, removed. */
export function registerAlertTargets(app: App, deps: RouteDeps, owner: AlertOwner): void {
  const { base, suffix, scope, of } = owner
  const targets = createAlertTargets(deps)
  const changes = changesOf(owner)

  app.get(
    `${base}/alert-targets`,
    {
      config: { scope },
      schema: {
        operationId: `listAlertTargets${suffix}`,
        tags,
        summary: `List the targets of alerts ${of}`,
        description: 'Who is told when something is wrong: web hooks and mailboxes, without secrets.',
        params: owner.params,
        response: { 200: z.object({ items: field(z.array(targetView), 'The oldest first.') }), ...problems },
      },
    },
    async ({ params }) => ({ items: await targets.list(await known(deps, params)) }),
  )
  app.post(
    `${base}/alert-targets`,
    {
      config: { ...changes, idempotency: secretAnswer },
      schema: {
        operationId: `addAlertTarget${suffix}`,
        tags,
        summary: `Add a target of alerts ${of}`,
        description:
          'A web hook is sent by Standard Webhooks; the answer is the only place where its secret ever is. Nothing is sent until something happens, or a test is asked for.',
        problems: ['alert_target.too_many', 'credentials.unreadable'],
        params: owner.params,
        body: newTargetBody,
        response: { 201: targetCreated, ...problems },
      },
    },
    async (request, reply) => {
      const added = await targets.add(await known(deps, request.params), request.body)
      request.audited = { subject: added.targetId }
      return reply.code(201).send(added)
    },
  )
  app.put(
    `${base}/alert-targets/:targetId`,
    {
      config: changes,
      schema: {
        operationId: `changeAlertTarget${suffix}`,
        tags,
        summary: `Change or enable a target of alerts ${of}`,
        description: 'Its channel and its secret stay. One that was disabled after failures starts afresh.',
        problems: ['alert_target.unknown'],
        params: owner.targetParams,
        body: targetBody,
        response: { 200: targetView, ...problems },
      },
    },
    async (request) => {
      const { targetId } = request.params
      request.audited = { subject: targetId }
      return targets.change(await known(deps, request.params), targetId, request.body)
    },
  )
  app.delete(
    `${base}/alert-targets/:targetId`,
    {
      config: changes,
      schema: {
        operationId: `removeAlertTarget${suffix}`,
        tags,
        summary: `Remove a target of alerts ${of}`,
        description: 'Its secret and the list of its deliveries are forgotten; the alerts stay.',
        problems: ['alert_target.unknown'],
        params: owner.targetParams,
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const { targetId } = request.params
      request.audited = { subject: targetId }
      await targets.remove(await known(deps, request.params), targetId)
      return reply.code(204).send(null)
    },
  )
}
