import type { IntegrationRef, IntegrationSettings, IntegrationState, ThuliumConnection } from '@connector/domain'
import type { Repository } from '@connector/repository'
import { ApiError } from './errors/api-error.ts'

/**
 * Which tenants and integrations there are, as the log says: what a caller has just made is there at once, however far
 * the read models have got.
 */
export interface Directory {
  /** @throws {ApiError} tenant.unknown */
  tenant(tenantId: string): Promise<ThuliumConnection>
  /** @throws {ApiError} tenant.unknown, integration.unknown */
  integration(ref: IntegrationRef): Promise<IntegrationState & { settings: IntegrationSettings }>
}

export function createDirectory(repository: Repository): Directory {
  async function tenant(tenantId: string): Promise<ThuliumConnection> {
    const { connection } = (await repository.tenant(tenantId)).state
    if (!connection) throw new ApiError('tenant.unknown', `There is no tenant ${tenantId}.`)
    return connection
  }
  return {
    tenant,
    async integration(ref) {
      await tenant(ref.tenantId)
      const { state } = await repository.integration(ref)
      const { settings } = state
      if (!settings || state.deletedAt)
        throw new ApiError('integration.unknown', `Tenant ${ref.tenantId} has no integration ${ref.integrationId}.`)
      return { ...state, settings }
    },
  }
}
