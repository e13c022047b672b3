import { createBatcher } from '@connector/service-kit'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/** What the read models know of buyers' CRM records. Questions that come at the same time share a round trip. */
export interface BuyerRecords {
  /** The record of a buyer, as far as the log has told it. */
  known(tenantId: string, customerId: string): Promise<number | undefined>
  /** Whether a record of this buyer may have been created by another effect whose outcome is not known yet. */
  uncertain(tenantId: string, customerId: string, exceptEffectKey: string): Promise<boolean>
}

interface Buyer {
  tenantId: string
  customerId: string
}

/** Questions in one round trip at most. */
const maxQuestions = 200

const keyOf = ({ tenantId, customerId }: Buyer): string => `${tenantId}/${customerId}`

export function createBuyerRecords({ byKeys: db }: WorkerStore): BuyerRecords {
  const known = createBatcher<Buyer, number | undefined>(async (buyers) => {
    const { rows } = await sql<{ tenant_id: string; customer_id: string; thulium_customer_id: number }>`
      select c.tenant_id, c.customer_id, c.thulium_customer_id from customers c
      join unnest(
        ${buyers.map(({ tenantId }) => tenantId)}::text[], ${buyers.map(({ customerId }) => customerId)}::text[]
      ) as asked (tenant_id, customer_id) using (tenant_id, customer_id)
    `.execute(db)
    const found = new Map(
      rows.map((row) => [keyOf({ tenantId: row.tenant_id, customerId: row.customer_id }), row.thulium_customer_id]),
    )
    return buyers.map((buyer) => found.get(keyOf(buyer)))
  }, maxQuestions)

  const uncertainEffects = createBatcher<Buyer, readonly string[]>(async (buyers) => {
    const tenants = [...new Set(buyers.map(({ tenantId }) => tenantId))]
    const customers = [...new Set(buyers.map(({ customerId }) => customerId))]
    // Few effects are ever uncertain, so they are found first, by the index of what is due.
    const { rows } = await sql<{ tenant_id: string; customer_id: string; effect_key: string }>`
      select e.tenant_id, c.customer_id, e.effect_key
      from effects e join conversations c using (tenant_id, integration_id, thread_id)
      where e.tenant_id = any(${tenants}) and e.kind in ('customer:link', 'customer:add') and e.state = 'unknown'
        and c.customer_id = any(${customers})
    `.execute(db)
    return buyers.map(({ tenantId, customerId }) =>
      rows.filter((row) => row.tenant_id === tenantId && row.customer_id === customerId).map((row) => row.effect_key),
    )
  }, maxQuestions)

  return {
    known: (tenantId, customerId) => known({ tenantId, customerId }),
    uncertain: async (tenantId, customerId, exceptEffectKey) =>
      (await uncertainEffects({ tenantId, customerId })).some((effectKey) => effectKey !== exceptEffectKey),
  }
}
