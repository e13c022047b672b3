import { z } from 'zod'
import type { App, RouteDeps } from '../../../../app.ts'
import { problems } from '../../../../errors/problem.ts'
import { readChanges } from '../../../../reads/changes.ts'
import { integrationParams } from '../../../schemas.ts'

const change = z.object({
  at: z.iso.datetime(),
  /** The service that wrote it down. Until callers are authenticated nothing is known of the person. */
  actor: z.string().nullable(),
  /** `x-request-id` of the request that caused it, as in the access log; null when no request did. */
  requestId: z.string().nullable(),
  of: z.enum(['integration', 'account']),
  what: z.enum([
    'settings',
    'empikplace-key-replaced',
    'thulium-password-replaced',
    'started',
    'stopped',
    'stopped-by-rejections',
  ]),
  /** What differs from before, at its deepest; null where a setting was or is not set. */
  fields: z.array(z.object({ path: z.array(z.string()), from: z.json(), to: z.json() })),
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
        params: integrationParams,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
        response: { 200: z.object({ items: z.array(change) }), ...problems },
      },
    },
    async (request) => {
      await deps.directory.integration(request.params)
      return { items: (await readChanges(deps.log, request.params)).slice(0, request.query.limit) }
    },
  )
}
