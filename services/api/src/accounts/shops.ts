import type { IntegrationEvent } from '@connector/domain/events'
import { isSameShop, type IntegrationState, type Neighbour } from '@connector/domain/integration'
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
  repository: Pick<Repository, 'integrationSoFar' | 'changeIntegration'>
  logger: Log
}

/** All that the read models know, and up to where in the log that is. */
const knownIntegrations = `
  select (select position from checkpoints where projection = read_models_of($1)) as position,
    array(select integration_id from integrations where tenant_id = $1) as ids`

const elsewhere = 'select shop_is_in_another_tenant($1) as shared'

const runsWithAnother = (state: IntegrationState | undefined, shopId: string): boolean =>
  state?.status === 'running' && state.settings !== undefined && !isSameShop(state.settings.shopId, shopId)

export function createShops({ store, log, repository, logger }: ShopDeps): Shops {
  const claims = createShopClaims(store, logger)

  /** One whose events cannot all be read still has its shop, and keeps no other from being connected. */
  async function neighbour(ref: IntegrationRef): Promise<Neighbour> {
    const { state, unread } = await repository.integrationSoFar(ref)
    const { integrationId } = ref
    if (!unread) return { integrationId, state }
    const isDeleted = unread.events.some(({ type }) => type === 'IntegrationDeleted')
    const shopIds = unread.events.flatMap(({ data: { shopId } }) => (typeof shopId === 'string' ? [shopId] : []))
    return { integrationId, state, unread: { shopIds, isDeleted } }
  }

  async function neighboursOf({ tenantId, integrationId }: IntegrationRef): Promise<Neighbour[]> {
    const { rows } = await store
      .connection(tenantId)
      .query<{ position: string | null; ids: string[] }>({ text: knownIntegrations, values: [tenantId] })
    const [known] = rows
    // A read model is a moment behind, and during a rebuild by a lot; the log has the rest.
    const begin = integrationStream({ tenantId, integrationId: '' })
    const later = await log.forTenant(tenantId).streamIds(begin, known?.position ?? undefined)
    const ids = new Set([...(known?.ids ?? []), ...later.map((streamId) => streamId.slice(begin.length))])
    const others = [...ids].filter((id) => id !== integrationId)
    return Promise.all(others.map((id) => neighbour({ tenantId, integrationId: id })))
  }

  /** The operator is told and no tenant is: each may connect what it has the key of, and none may learn of another. */
  async function warnWhenShared({ tenantId, integrationId }: IntegrationRef, shopId: string, operation: string) {
    const fields = { tenantId, integrationId, operation }
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
      const found: { before?: IntegrationState } = {}
      const events = await claims.during(ref.tenantId, shopId, async () => {
        const neighbours = await neighboursOf(ref)
        return repository.changeIntegration(ref, causedBy, (state) => {
          found.before = state
          return decide(state, neighbours)
        })
      })
      if (events.some(({ type }) => type === 'IntegrationStarted')) await warnWhenShared(ref, shopId, 'start')
      else if (events.length > 0 && runsWithAnother(found.before, shopId)) await warnWhenShared(ref, shopId, 'settings')
    },
  }
}
