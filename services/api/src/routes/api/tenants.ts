import { isDeepStrictEqual } from 'node:util'
import type { TenantEvent } from '@connector/domain/events'
import { thuliumAccount } from '@connector/domain/settings'
import { connectThulium } from '@connector/domain/tenant'
import { z } from 'zod'
import type { App, RouteDeps } from '../deps.ts'
import { ApiError } from '../../errors/api-error.ts'
import { problems } from '../../errors/problem.ts'
import { isRepetition } from '../../idempotency/install.ts'
import { field } from '../../schemas/field.ts'
import { secret, tenantParams, thuliumSettings } from '../../schemas/views.ts'
import { connectionOf, storeThuliumPassword } from '../../accounts/thulium-account.ts'

const body = thuliumSettings.extend({
  system: thuliumAccount.shape.system,
  apiPassword: field(secret, 'Password of the API user. It is stored encrypted and never answered.', 'haslo-do-api'),
})

/** `POST /api/tenants`: connects a Thulium account. */
export function registerTenants(app: App, deps: RouteDeps): void {
  app.post(
    '/api/tenants',
    {
      config: { scope: 'operator' },
      schema: {
        operationId: 'connectTenant',
        tags: ['Account'],
        summary: 'Connect a Thulium account',
        description:
          'Stores the settings and the password; nothing is tried yet. The id of the tenant is its system name.',
        problems: ['tenant.exists', 'write.contention'],
        body,
        response: { 201: z.object({ tenantId: tenantParams.shape.tenantId }), ...problems },
      },
    },
    async (request, reply) => {
      const { system, apiPassword, ...settings } = request.body
      const connection = connectionOf(system, settings, deps.sinkDomain)
      // First the fact, which only one of two callers can record, then the secret: the loser must not leave its own.
      await deps.repository.changeTenant(system, `api:${request.id}`, (state): TenantEvent[] => {
        if (!state.connection) return connectThulium(connection)
        // What was cut short by us is finished: the password is still to be stored.
        const isOurs = isRepetition(request) && !state.hasPassword && isDeepStrictEqual(state.connection, connection)
        if (isOurs) return []
        throw new ApiError('tenant.exists', `Tenant ${system} is connected already.`)
      })
      await storeThuliumPassword(deps, system, apiPassword, `api:${request.id}`)
      return reply.code(201).send({ tenantId: system })
    },
  )
}
