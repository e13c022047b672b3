import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { createWebhooks } from '../../../accounts/webhook.ts'
import { field } from '../../../schemas/field.ts'
import { tenantParams } from '../../../schemas/views.ts'

/** By RFC 7617 a user has no colon; beyond ASCII nobody knows how the other side encodes. */
const user = z.string().regex(/^[\x21-\x39\x3b-\x7e]{1,100}$/, 'Must be 1 to 100 visible characters of ASCII, no colon')
const password = z.string().regex(/^[\x20-\x7e]{1,200}$/, 'Must be 1 to 200 characters of ASCII')

const view = z
  .object({
    url: field(
      z.string(),
      'Address to paste into Thulium. Whoever knows it can send hints, nothing else.',
      'https://connector.example/hooks/thulium/eyJ0In0.c2ln',
    ),
    user: field(z.string().nullable(), 'User of the login that is asked for; null where none is.', 'thulium'),
    lastHintAt: field(z.iso.datetime().nullable(), 'When a webhook last had an effect.', '2026-03-02T08:15:00.000Z'),
  })
  .meta({ id: 'ThuliumWebhook' })

const path = '/api/tenants/:tenantId/thulium/webhook'
const common = { tags: ['Account'], params: tenantParams }

/** `…/thulium/webhook`: where Thulium may send its events, with a way to make the address anew and to ask for a login. */
export function registerThuliumWebhook(app: App, deps: RouteDeps): void {
  const webhooks = createWebhooks(deps)

  async function show(tenantId: string): Promise<z.infer<typeof view>> {
    const { url, user, lastHintAt } = await webhooks.read(tenantId)
    return { url, user, lastHintAt: lastHintAt?.toISOString() ?? null }
  }

  app.get(
    path,
    {
      config: { scope: 'config' },
      schema: {
        ...common,
        operationId: 'getThuliumWebhook',
        summary: 'Read the address for Thulium’s webhooks',
        description:
          'Saved in Thulium under Administration, Advanced, Webhooks, it makes replies of agents go out sooner. Everything works without it.',
        problems: ['credentials.unreadable'],
        response: { 200: view, ...problems },
      },
    },
    async ({ params: { tenantId } }) => {
      await deps.directory.tenant(tenantId)
      return show(tenantId)
    },
  )

  app.post(
    `${path}/renew`,
    {
      config: {
        scope: 'config',
        needsKey: true,
        audit: 'webhook-changed',
        idempotency: { none: 'the answer holds an address that is never stored' },
      },
      schema: {
        ...common,
        operationId: 'renewThuliumWebhook',
        summary: 'Make a new address for Thulium’s webhooks',
        description: 'The one before is dead at once; until the new one is saved in Thulium, no hints come.',
        problems: ['credentials.unreadable'],
        response: { 200: view, ...problems },
      },
    },
    async ({ params: { tenantId } }) => {
      await deps.directory.tenant(tenantId)
      await webhooks.renew(tenantId)
      return show(tenantId)
    },
  )

  app.put(
    `${path}/login`,
    {
      config: { scope: 'config', needsKey: true, audit: 'webhook-changed' },
      schema: {
        ...common,
        operationId: 'setThuliumWebhookLogin',
        summary: 'Ask webhooks for a user and a password',
        description: 'By HTTP Basic. Save the same in Thulium, beside the address. Stored encrypted, never answered.',
        problems: ['credentials.unreadable'],
        body: z.strictObject({
          user: field(user, 'User.', 'thulium'),
          password: field(password, 'Password.', 'haslo-webhooka'),
        }),
        response: { 204: z.null(), ...problems },
      },
    },
    async ({ params: { tenantId }, body }, reply) => {
      await deps.directory.tenant(tenantId)
      await webhooks.setLogin(tenantId, body)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    `${path}/login`,
    {
      config: { scope: 'config', needsKey: true, audit: 'webhook-changed' },
      schema: {
        ...common,
        operationId: 'removeThuliumWebhookLogin',
        summary: 'Ask webhooks for no login',
        description: 'The address alone is enough then.',
        response: { 204: z.null(), ...problems },
      },
    },
    async ({ params: { tenantId } }, reply) => {
      await deps.directory.tenant(tenantId)
      await webhooks.setLogin(tenantId, undefined)
      return reply.code(204).send(null)
    },
  )
}
