import { allTenants } from '@connector/domain/words'
import { z } from 'zod'
import type { App, RouteDeps } from './deps.ts'
import { createAlertRepeats } from '../accounts/alert-repeats.ts'
import { createAlertTargets } from '../accounts/alert-targets.ts'
import { ApiError } from '../errors/api-error.ts'
import { problems } from '../errors/problem.ts'
import { listAlerts, listDeliveries } from '../reads/alerts.ts'
import {
  alertView,
  deliveryView,
  newTargetBody,
  replayBody,
  replayed,
  secretRenewed,
  targetBody,
  targetCreated,
  targetId,
  targetView,
} from '../schemas/alerts.ts'
import { field } from '../schemas/field.ts'
import { cursorQuery, limitQuery, nextCursor } from '../schemas/paging.ts'
import type { AuditKind } from '../schemas/audit.ts'
import type { Scope } from '../authentication/scopes.ts'

/** Whose alerts the routes are about: those of the tenant in the path, or the operator's own. */
export interface AlertOwner {
  /** `/api/tenants/:tenantId` or `/api`. */
  base: string
  /** Behind each operation id. */
  suffix: '' | 'OfOperator'
  scope: Extract<Scope, 'config' | 'operator'>
  readScope: Extract<Scope, 'status:read' | 'operator'>
  /** In a sentence: whose they are. */
  of: string
  params: z.ZodType<{ tenantId?: string }>
  targetParams: z.ZodType<{ tenantId?: string; targetId: string }>
  deliveryParams: z.ZodType<{ tenantId?: string; deliveryId: string }>
}

/** An answer with a secret is never stored. */
const idempotency = { none: 'the answer holds a secret, which is never stored' }

const paging = { limit: limitQuery, cursor: cursorQuery }
const tags = ['Alerts']

/** The routes of alerts, once for tenants and once for the operator. */
export function registerAlerts(app: App, deps: RouteDeps, owner: AlertOwner): void {
  const { base, suffix, scope, of } = owner
  const targets = createAlertTargets(deps)
  const repeats = createAlertRepeats(deps)
  const changes = { scope, audit: 'alert-target-changed' satisfies AuditKind } as const
  const sends = { scope, audit: 'alert-sent-again' satisfies AuditKind } as const

  /** @throws {ApiError} tenant.unknown */
  async function known({ tenantId }: { tenantId?: string }): Promise<string> {
    if (tenantId === undefined) return allTenants
    await deps.directory.tenant(tenantId)
    return tenantId
  }

  async function delivery(tenantId: string, deliveryId: string) {
    const { items } = await listDeliveries(deps.store, tenantId, { limit: 1, deliveryId })
    const [one] = items
    if (!one) throw new ApiError('alert_delivery.unknown')
    return one
  }

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
    async ({ params }) => ({ items: await targets.list(await known(params)) }),
  )
  app.post(
    `${base}/alert-targets`,
    {
      config: { ...changes, idempotency },
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
      const added = await targets.add(await known(request.params), request.body)
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
      return targets.change(await known(request.params), targetId, request.body)
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
      await targets.remove(await known(request.params), targetId)
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${base}/alert-targets/:targetId/renew-secret`,
    {
      config: { ...changes, idempotency },
      schema: {
        operationId: `renewAlertSecret${suffix}`,
        tags,
        summary: `Make a new secret for a target of alerts ${of}`,
        description: 'For 24 h both the new one and the one before sign, so that no receiver misses a message.',
        problems: ['alert_target.unknown', 'alert_target.no_secret', 'credentials.unreadable'],
        params: owner.targetParams,
        response: { 200: secretRenewed, ...problems },
      },
    },
    async (request) => {
      const { targetId } = request.params
      request.audited = { subject: targetId }
      return targets.renewSecret(await known(request.params), targetId)
    },
  )
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
      const tenantId = await known(request.params)
      const { target_id: targetId } = await targets.find(tenantId, request.params.targetId)
      request.audited = { subject: targetId }
      return reply.code(202).send(await delivery(tenantId, await repeats.test(tenantId, targetId)))
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
      const tenantId = await known(request.params)
      const { target_id: targetId } = await targets.find(tenantId, request.params.targetId)
      request.audited = { subject: targetId }
      const deliveries = await repeats.since(tenantId, targetId, new Date(request.body.since))
      return reply.code(202).send({ deliveries })
    },
  )
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
    async ({ params, query }) => listDeliveries(deps.store, await known(params), query),
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
      const tenantId = await known(request.params)
      const { deliveryId } = request.params
      request.audited = { subject: deliveryId }
      return reply.code(202).send(await delivery(tenantId, await repeats.again(tenantId, deliveryId)))
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
    async ({ params, query }) => listAlerts(deps.store, await known(params), query),
  )
}
