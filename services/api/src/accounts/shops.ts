import type { IntegrationEvent } from '@connector/domain/events'
import type { IntegrationState, Neighbour } from '@connector/domain/integration'
import { integrationStream, type IntegrationRef } from '@connector/domain/words'
import type { EventLog } from '@connector/event-log'
import type { Cause, Repository } from '@connector/repository'
import type { Log } from '@connector/service-kit'
import type { TenantStore } from '@connector/store'
import { createShopClaims } from './shop-claims.ts'

/** The shops of a tenant, each of which belongs to one of its integrations. */
export interface Shops {
  /**
   * Changes an integration while no other of its tenant can take the shop or start with it.
   * @param shopId the shop that it has, or is to get
   * @param decide also knows all other integrations of the tenant, as the log has them
   * @throws {ApiError} write.contention
   */
  change(
    ref: IntegrationRef,
    shopId: string,
    causedBy: Cause,
    decide: (state: IntegrationState, neighbours: readonly Neighbour[]) => IntegrationEvent[],
  ): Promise<void>
}

interface ShopDeps {
  log: Pick<EventLog, 'forTenant'>
  store: Pick<TenantStore, 'connection'>
  repository: Pick<Repository, 'integration' | 'changeIntegration'>
  logger: Log
}

/** All that the read models know, and up to where in the log that is. */
const knownIntegrations = `
  select (select position from checkpoints where projection = read_models_of($1)) as position,
    array(select integration_id from integrations where tenant_id = $1) as ids`

const elsewhere = 'select shop_is_in_another_tenant($1) as shared'

export function createShops({ store, log, repository, logger }: ShopDeps): Shops {
  const claims = createShopClaims(store, logger)

  async function neighboursOf({ tenantId, integrationId }: IntegrationRef): Promise<Neighbour[]> {
    const { rows } = await store
      .connection(tenantId)
      .query<{ position: string | null; ids: string[] }>({ text: knownIntegrations, values: [tenantId] })
    const [known] = rows
    // A read model is a moment behind, and during a rebuild by a lot; the log has the rest.
    const begin = integrationStream({ tenantId, integrationId: '' })
    const later = await log.forTenant(tenantId).streamIds(begin, known?.position ?? undefined)
    const ids = new Set([...(known?.ids ?? []), ...later.map((streamId) => streamId.slice(begin.length))])
    return Promise.all(
      [...ids]
        .filter((id) => id !== integrationId)
        .map(async (id) => ({
          integrationId: id,
          state: (await repository.integration({ tenantId, integrationId: id })).state,
        })),
    )
  }

  /** The operator is told and no tenant is: each may connect what it has the key of, and none may learn of another. */
  async function warnWhenShared({ tenantId, integrationId }: IntegrationRef, shopId: string): Promise<void> {
    const fields = { tenantId, integrationId, operation: 'start' }
    try {
      const { rows } = await store
        .connection(tenantId)
        .query<{ shared: boolean }>({ text: elsewhere, values: [shopId] })
      if (rows[0]?.shared)
        logger.warn(fields, 'Another tenant has connected the same shop: each message makes a ticket in both')
    } catch (error) {
      logger.warn({ ...fields, error }, 'Whether another tenant has connected the same shop could not be read')
    }
  }

  return {
    async change(ref, shopId, causedBy, decide) {
      const events = await claims.during(ref.tenantId, shopId, async () => {
        const neighbours = await neighboursOf(ref)
        return repository.changeIntegration(ref, causedBy, (state) => decide(state, neighbours))
      })
      if (events.some(({ type }) => type === 'IntegrationStarted')) await warnWhenShared(ref, shopId)
    },
  }
}
