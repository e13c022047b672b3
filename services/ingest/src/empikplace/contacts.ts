import type { IntegrationRef } from '@connector/domain/words'
import { withKnownBuyers, type BuyerOfThread, type WorkerStore } from '@connector/store'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'

/** Tells the first contact of a buyer from later ones. */
export interface Contacts {
  /**
   * Those of these conversations, all about to get a ticket, whose buyer has had one from another conversation.
   * @param opening oldest first: of two with one buyer the first is the first contact
   */
  followUps(ref: IntegrationRef, opening: readonly BuyerOfThread[]): Promise<ReadonlySet<string>>
}

/** Buyers whose ticket the read model may not show yet, since it follows the log by a moment. */
const rememberedBuyers = 20_000

export function createContacts({ db }: WorkerStore): Contacts {
  const recent = new LRUCache<string, string>(atMost(rememberedBuyers))
  return {
    async followUps(ref, opening) {
      const followUps = await withKnownBuyers(db, ref, opening)
      for (const { threadId, customerId } of opening) {
        const buyer = `${ref.tenantId}/${customerId}`
        const thread = `${ref.integrationId}/${threadId}`
        const first = recent.get(buyer)
        if (first === undefined) recent.set(buyer, thread)
        else if (first !== thread) followUps.add(threadId)
      }
      return followUps
    },
  }
}
