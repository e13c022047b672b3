import { z } from 'zod'
import type { App, RouteDeps } from '../deps.ts'
import { deliveryId, targetId } from '../../schemas/alerts.ts'
import { registerAlerts } from '../alerts/register.ts'

/** `/api/alert-targets`, `/api/alert-deliveries` and `/api/alerts`: what the operator is told, of all tenants together. */
export const registerOperatorAlerts = (app: App, deps: RouteDeps): void =>
  registerAlerts(app, deps, {
    base: '/api',
    suffix: 'OfOperator',
    scope: 'operator',
    readScope: 'operator',
    of: 'of the service',
    params: z.object({}),
    targetParams: z.object({ targetId }),
    deliveryParams: z.object({ deliveryId }),
  })
