import { z } from 'zod'
import type { App, RouteDeps } from '../../../../app.ts'
import { problems } from '../../../../errors/problem.ts'
import { readChanges } from '../../../../reads/changes.ts'
import { field } from '../../../field.ts'
import { integrationParams } from '../../../schemas.ts'

/** Any JSON: it came from the log. Said without a recursive schema, for readers of the OpenAPI document. */
const json = z.unknown()

const change = z.object({
  at: field(z.iso.datetime(), 'When.', '2026-03-02T08:15:00.000Z'),
  // Until callers are authenticated nothing is known of the person.
  actor: field(z.string().nullable(), 'The service that wrote it down.', 'api'),
  requestId: field(
    z.string().nullable(),
    '`x-request-id` of the request that caused it, as in the access log; null when no request did.',
    'caller-7:1',
  ),
  of: field(z.enum(['integration', 'account']), 'Whose change it is.'),
  what: field(
    z.enum([
      'settings',
      'empikplace-key-replaced',
      'thulium-password-replaced',
      'started',
      'stopped',
      'stopped-by-rejections',
      'deleted',
    ]),
    'What was done.',
  ),
  fields: field(
    z.array(
      z.object({
        path: field(z.array(z.string()), 'Where the setting is.', ['replies', 'footer']),
        from: field(json, 'Its value before; null where it was not set.', ''),
        to: field(json, 'Its value now; null where it is not set.', 'Zespół sklepu'),
      }),
    ),
    'What differs from before, at its deepest.',
  ),
})
export type ChangeView = z.infer<typeof change>

/**
 * `GET …/integrations/:integrationId/changes`: when the integration and its Thulium account were changed, by whom, and
 * which settings from what to what, newest first. Keys and passwords are not in it: they are in no event.
 */
export function registerIntegrationChanges(app: App, deps: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/integrations/:integrationId/changes',
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'listIntegrationChanges',
        tags: ['Integrations'],
        summary: 'List the changes of an integration',
        description:
          'When it and its Thulium account were changed, by whom, and which settings from what to what, newest first. Keys and passwords are not in it.',
        params: integrationParams,
        querystring: z.object({
          limit: field(z.coerce.number<number>().int().min(1).max(500).default(100), 'How many at most.'),
        }),
        response: { 200: z.object({ items: field(z.array(change), 'The newest first.') }), ...problems },
      },
    },
    async (request) => {
      await deps.directory.integration(request.params)
      return { items: (await readChanges(deps.log, request.params)).slice(0, request.query.limit) }
    },
  )
}
