import type { Connection } from '@connector/connections'
import { recordOrder } from '@connector/domain/conversation'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { unlessSetAside } from '../unless-set-aside.ts'
import type { Orders } from './orders.ts'

/** Orders that could not be had when their conversations were recorded. */
export interface LateOrders {
  /** Asks for them again, once, and records what came. Nothing is asked for when none is missing. */
  catchUp(connection: Pick<Connection, 'ref' | 'empikplace'>, signal: AbortSignal): Promise<void>
}

/** Conversations looked at in one go, the newest first. */
const lookAt = 200

/** Nobody needs the order of a conversation that was quiet this long. */
const quietMs = 14 * 24 * 3_600_000

export function createLateOrders(deps: {
  repository: Repository
  store: WorkerStore
  orders: Orders
  now: () => Date
}): LateOrders {
  const { repository, store, orders, now } = deps
  return {
    async catchUp(connection, signal) {
      const { tenantId, integrationId } = connection.ref
      const rows = await store.db
        .selectFrom('conversations')
        .select(['thread_id', 'orders_missing'])
        .where('tenant_id', '=', tenantId)
        .where('integration_id', '=', integrationId)
        .where('order_id', 'is not', null)
        .where('order_recorded', '=', false)
        .where('changed_at', '>', new Date(now().getTime() - quietMs))
        .orderBy('changed_at', 'desc')
        .limit(lookAt)
        .execute()
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
