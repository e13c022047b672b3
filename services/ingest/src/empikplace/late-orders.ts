import type { Connection } from '@connector/connections'
import { recordOrder } from '@connector/domain/conversation'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { LRUCache } from 'lru-cache'
import { unlessSetAside } from '../unless-set-aside.ts'
import type { Orders } from './orders.ts'

/** Orders that could not be had when their conversations were recorded. */
export interface LateOrders {
  /** Asks for them again, once, and records what came. Nothing is asked for when none is missing. */
  catchUp(connection: Pick<Connection, 'ref' | 'empikplace'>, signal: AbortSignal): Promise<void>
}

/** Conversations looked at in one go, the newest first; the next time those behind them, so that each has its turn. */
const lookAt = 200
const rememberedShops = 20_000

/** Nobody needs the order of a conversation that was quiet this long. */
const quietMs = 14 * 24 * 3_600_000

export function createLateOrders(deps: {
  repository: Repository
  store: WorkerStore
  orders: Orders
  now: () => Date
}): LateOrders {
  const { repository, store, orders, now } = deps
  /** By shop, the last one that was looked at. */
  const places = new LRUCache<string, Date>({ max: rememberedShops })
  return {
    async catchUp(connection, signal) {
      const { tenantId, integrationId } = connection.ref
      const shop = `${tenantId}/${integrationId}`
      const place = places.get(shop)
      const rows = await store.db
        .selectFrom('conversations')
        .select(['thread_id', 'orders_missing', 'changed_at'])
        .where('tenant_id', '=', tenantId)
        .where('integration_id', '=', integrationId)
        .where('order_id', 'is not', null)
        .where('order_recorded', '=', false)
        .where('changed_at', '>', new Date(now().getTime() - quietMs))
        .$if(place !== undefined, (query) => query.where('changed_at', '<=', place ?? now()))
        .orderBy('changed_at', 'desc')
        .limit(lookAt)
        .execute()
      const last = rows.length < lookAt ? undefined : rows.at(-1)?.changed_at
      // As many of one moment are never met.
      if (last && last.getTime() !== place?.getTime()) places.set(shop, last)
      else places.delete(shop)
      const missing = rows.flatMap(({ thread_id: threadId, orders_missing: ids }) =>
        ids.filter((id) => orders.isWorthAsking(connection, id)).map((orderId) => ({ threadId, orderId })),
      )
      if (missing.length === 0) return
      const ids = missing.map(({ orderId }) => orderId)
      const found = await orders.fetch(connection, ids, signal)
      for (const { threadId, orderId } of missing) {
        const order = found.get(orderId)
        if (order)
          await unlessSetAside(
            repository.changeConversation({ ...connection.ref, threadId }, 'poll:OR11', (state) =>
              recordOrder(state, order),
            ),
          )
      }
    },
  }
}
