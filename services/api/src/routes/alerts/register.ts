import type { App, RouteDeps } from '../deps.ts'
import { registerAlertDeliveries } from './deliveries.ts'
import type { AlertOwner } from './owner.ts'
import { registerAlertSecret } from './secret.ts'
import { registerAlertSends } from './sends.ts'
import { registerAlertTargets } from './targets.ts'

/** The routes of alerts, once for tenants and once for the operator. */
export function registerAlerts(app: App, deps: RouteDeps, owner: AlertOwner): void {
  registerAlertTargets(app, deps, owner)
  registerAlertSecret(app, deps, owner)
  registerAlertSends(app, deps, owner)
  registerAlertDeliveries(app, deps, owner)
}
