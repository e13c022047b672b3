import { assertShopIsFree, configureIntegration } from '@connector/domain/integration'
import { integrationSettingsInput } from '@connector/domain/settings'
import { z } from 'zod'
import { causeOf } from '../../../authentication/cause.ts'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { assertSealable } from '../../../accounts/assert-sealable.ts'
import { storeEmpikPlaceKey } from '../../../accounts/empikplace-key.ts'
import { newIdOf } from '../../../idempotency/install.ts'
import { readIntegrations } from '../../../reads/integrations.ts'
import { field } from '../../../schemas/field.ts'
import { apiKey, integrationParams, integrationView, tenantParams } from '../../../schemas/views.ts'

/** `/api/tenants/:tenantId/integrations`: the shops of a tenant. A new one shows in the list a moment later. */
export function registerIntegrations(app: App, deps: RouteDeps): void {
  const url = '/api/tenants/:tenantId/integrations'

  app.get(
    url,
    {
      config: { scope: 'config' },
      schema: {
        operationId: 'listIntegrations',
        tags: ['Integrations'],
        summary: 'List the integrations of a tenant',
        description: 'With their settings, without their keys. A new one shows here a moment later.',
        params: tenantParams,
        response: { 200: z.object({ items: field(z.array(integrationView), 'All of them, by id.') }), ...problems },
      },
    },
    async (request) => {
      await deps.directory.tenant(request.params.tenantId)
      return { items: await readIntegrations(deps.store, request.params.tenantId) }
    },
  )

  app.post(
    url,
    {
      config: { scope: 'config', audit: 'integration-added' },
      schema: {
        operationId: 'createIntegration',
        tags: ['Integrations'],
        summary: 'Add an EmpikPlace shop',
        description:
          'Stores settings and key; it does not run yet. Authenticate and start it next. Each shop belongs to one integration of a tenant, also while that one is stopped; deleting it frees the shop.',
        problems: ['integration.shop_connected', 'credentials.unreadable', 'write.contention'],
        params: tenantParams,
        body: integrationSettingsInput.extend({ apiKey }),
        response: { 201: integrationParams.pick({ integrationId: true }), ...problems },
      },
    },
    async (request, reply) => {
      const { tenantId } = request.params
      await deps.directory.tenant(tenantId)
      const { apiKey, ...settings } = request.body
      const ref = { tenantId, integrationId: newIdOf(request) }
      request.audited = ref
      const causedBy = causeOf(request)
      // A shop whose key cannot be sealed must not be recorded: nobody could finish it, and it would hold the shop.
      await assertSealable(deps, tenantId)
      await deps.shops.change(ref, settings.shopId, causedBy, (state, neighbours) => {
        // A repetition of a request that was cut short finds them there.
        if (state.settings) return []
        assertShopIsFree(neighbours, settings.shopId)
        return configureIntegration(settings)
      })
      await storeEmpikPlaceKey(deps, ref, apiKey, causedBy)
      return reply.code(201).send({ integrationId: ref.integrationId })
    },
  )
}
