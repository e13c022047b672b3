import { both } from '@connector/domain/words'
import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationState } from '@connector/domain/integration'
import type { TenantState } from '@connector/domain/tenant'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { IntegrationRef } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'

/**
 * Which tenants and integrations there are, as the log says: what a caller has just made is there at once, however far
 * the read models have got. One with an event that this version cannot read is shown as far as it can be, as the read models
 * show it: whoever looks why it stands still must see it, and the others beside it. Nothing is changed on the strength of that.
 */
export interface Directory {
  /** @throws {ApiError} tenant.unknown, tenant.deleted */
  tenant(tenantId: string): Promise<ThuliumConnection>
  /**
   * Also one that was deleted.
   * @throws {ApiError} tenant.unknown
   */
  known(tenantId: string): Promise<TenantState>
  /** @throws {ApiError} tenant.unknown, tenant.deleted, integration.unknown */
  integration(ref: IntegrationRef): Promise<ConfiguredIntegration>
  /**
   * Those that the read model knows, by id, without those that were deleted.
   * @throws {ApiError} tenant.unknown
   */
  integrations(tenantId: string): Promise<{ integrationId: string; state: ConfiguredIntegration }[]>
}

type ConfiguredIntegration = IntegrationState & { settings: IntegrationSettings }

const isThere = (state: IntegrationState): state is ConfiguredIntegration =>
  state.settings !== undefined && state.deletedAt === undefined

const idRow = z.object({ integration_id: z.string() })

const integrationIds = {
  name: 'integration_ids',
  text: 'select integration_id from integrations where tenant_id = $1 order by integration_id',
}

export function createDirectory(repository: Repository, store: TenantStore): Directory {
  async function known(tenantId: string): Promise<TenantState & { connection: ThuliumConnection }> {
    const { state, unread } = await repository.tenantSoFar(tenantId)
    const { connection } = state
    if (!connection && unread) throw unread.why
    if (!connection)
      throw new ApiError('tenant.unknown', both(`Nie ma konta ${tenantId}.`, `There is no tenant ${tenantId}.`))
    return { ...state, connection }
  }
  async function tenant(tenantId: string): Promise<ThuliumConnection> {
    const { connection, deletedAt } = await known(tenantId)
    if (deletedAt)
      throw new ApiError(
        'tenant.deleted',
        both(
          `Konto ${tenantId} usunięto ${deletedAt.toISOString()}.`,
          `Tenant ${tenantId} was deleted at ${deletedAt.toISOString()}.`,
        ),
      )
    return connection
  }
  return {
    known,
    tenant,
    async integration(ref) {
      const [, { state, unread }] = await Promise.all([tenant(ref.tenantId), repository.integrationSoFar(ref)])
      if (!state.settings && unread) throw unread.why
      if (!isThere(state))
        throw new ApiError(
          'integration.unknown',
          both(
            `W koncie ${ref.tenantId} nie ma integracji ${ref.integrationId}.`,
            `Tenant ${ref.tenantId} has no integration ${ref.integrationId}.`,
          ),
        )
      return state
    },
    async integrations(tenantId) {
      const [, { rows }] = await Promise.all([
        tenant(tenantId),
        store.connection(tenantId).query({ ...integrationIds, values: [tenantId] }),
      ])
      const loaded = await Promise.all(
        rows.map(async (row) => {
          const { integration_id: integrationId } = idRow.parse(row)
          return { integrationId, state: (await repository.integrationSoFar({ tenantId, integrationId })).state }
        }),
      )
      return loaded.flatMap(({ integrationId, state }) => (isThere(state) ? [{ integrationId, state }] : []))
    },
  }
}
