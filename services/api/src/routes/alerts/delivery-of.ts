import { ApiError } from '../../errors/api-error.ts'
import { listDeliveries } from '../../reads/alerts.ts'
import type { RouteDeps } from '../deps.ts'

/** @throws {ApiError} alert_delivery.unknown */
export async function deliveryOf({ store }: RouteDeps, tenantId: string, deliveryId: string) {
  const { items } = await listDeliveries(store, tenantId, { limit: 1, deliveryId })
  const [one] = items
  if (!one) throw new ApiError('alert_delivery.unknown')
  return one
}
