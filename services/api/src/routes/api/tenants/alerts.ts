import type { App, RouteDeps } from '../../deps.ts'
import { deliveryId, targetId } from '../../../schemas/alerts.ts'
import { tenantParams } from '../../../schemas/views.ts'
import { registerAlerts } from '../../alerts/register.ts'

/** `/api/tenants/:tenantId/alert-targets`, `…/alert-deliveries` and `…/alerts`: what people of a tenant are told. */
export const registerTenantAlerts = (app: App, deps: RouteDeps): void =>
  registerAlerts(app, deps, {
    base: '/api/tenants/:tenantId',
    suffix: '',
    scope: 'config',
    readScope: 'status:read',
    of: 'of a tenant',
    params: tenantParams,
    targetParams: tenantParams.extend({ targetId }),
    deliveryParams: tenantParams.extend({ deliveryId }),
  })
