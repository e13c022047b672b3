import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { IntegrationRef } from '@connector/domain/words'

/** What is checked of the Thulium side, as it is configured now. */
export interface KnownTenants {
  /** @throws {ApiError} tenant.unknown */
  tenant(tenantId: string): Promise<ThuliumConnection>
}

/** What is checked of a shop, as it is configured now. */
export interface KnownIntegrations {
  /** @throws {ApiError} tenant.unknown, integration.unknown */
  integration(ref: IntegrationRef): Promise<{ settings: IntegrationSettings }>
}
