import { both } from '@connector/domain/words'
import { isDeepStrictEqual } from 'node:util'
import type { TenantEvent } from '@connector/domain/events'
import { thuliumAccount } from '@connector/domain/settings'
import { connectTenant } from '@connector/domain/tenant'
import { healthLevels } from '@connector/domain/health'
import { z } from 'zod'
import { causeOf } from '../../authentication/cause.ts'
import type { App, RouteDeps } from '../deps.ts'
import { ApiError } from '../../errors/api-error.ts'
import { problems } from '../../errors/problem.ts'
import { isRepetition } from '../../idempotency/install.ts'
import { readTenants } from '../../reads/tenants-overview.ts'
import { field } from '../../schemas/field.ts'
import { cursorQuery, limitQuery, nextCursor } from '../../schemas/paging.ts'
import { tenantOverview } from '../../schemas/tenants.ts'
import { secret, tenantParams, thuliumSettings } from '../../schemas/views.ts'
import { assertSealable } from '../../accounts/assert-sealable.ts'
import { connectionOf, storeThuliumPassword } from '../../accounts/thulium-account.ts'

const body = thuliumSettings.extend({
  system: thuliumAccount.shape.system,
  apiPassword: field(secret, 'Password of the API user. It is stored encrypted and never answered.', 'haslo-do-api'),
})

/** `/api/tenants`: all of them, for the operator, and connecting a Thulium account. */
export function registerTenants(app: App, deps: RouteDeps): void {
  app.get(
    '/api/tenants',
    {
      config: { scope: 'operator' },
      schema: {
        operationId: 'listTenants',
        tags: ['Account'],
        summary: 'List all tenants and how they are doing',
        description: 'For the staff of the service, by id. Those that were deleted are left out.',
        querystring: z.object({
          level: field(z.enum(healthLevels), 'Only those at this level.', 'failing').optional(),
          search: field(
            z.string().trim().min(1).max(100),
            'Part of the id or of the name of a shop, or the number of a shop.',
            'sklep',
          ).optional(),
          limit: limitQuery,
          cursor: cursorQuery,
        }),
        response: { 200: z.object({ items: field(z.array(tenantOverview), 'By id.'), nextCursor }), ...problems },
      },
    },
    ({ query }) => readTenants(deps, query),
  )

  app.post(
    '/api/tenants',
    {
      config: { scope: 'operator', audit: 'tenant-connected' },
      schema: {
        operationId: 'connectTenant',
        tags: ['Account'],
        summary: 'Connect a Thulium account',
        description:
          'Stores the settings and the password; nothing is tried yet. The id of the tenant is its system name.',
        problems: ['tenant.exists', 'credentials.unreadable', 'write.contention'],
        body,
        response: { 201: z.object({ tenantId: tenantParams.shape.tenantId }), ...problems },
      },
    },
    async (request, reply) => {
      const { system, apiPassword, ...settings } = request.body
      const connection = connectionOf(system, settings, deps.sinkDomain)
      // Whether the password can be sealed at all is found out before anything is recorded that lacks it.
      await assertSealable(deps, system)
      request.audited = { tenantId: system }
      // First the fact, which only one of two callers can record, then the secret: the loser must not leave its own.
      await deps.repository.changeTenant(system, causeOf(request), (state): TenantEvent[] => {
        if (!state.connection || state.deletedAt) return connectTenant(state, connection)
        // What was cut short by us is finished: the password is still to be stored.
        const isOurs = isRepetition(request) && !state.hasPassword && isDeepStrictEqual(state.connection, connection)
        if (isOurs) return []
        throw new ApiError(
          'tenant.exists',
          both(`Konto ${system} jest już połączone.`, `Tenant ${system} is connected already.`),
        )
      })
      await storeThuliumPassword(deps, system, apiPassword, causeOf(request))
      return reply.code(201).send({ tenantId: system })
    },
  )
}
