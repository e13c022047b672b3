import type { Connection } from '@connector/connections'
import { recordOrder } from '@connector/domain/conversation'
import type { Repository } from '@connector/repository'
import { atMost, createBatcher } from '@connector/service-kit'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
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

/** A conversation without an order of its own. */
interface Lacking {
  threadId: string
  orderIds: readonly string[]
  changedAt: Date
}

interface Asked {
  tenantId: string
  integrationId: string
  since: Date
  /** Only those that changed no later. */
  place: Date | undefined
}

interface Row {
  wanted: number
  thread_id: string
  orders_missing: readonly string[]
  changed_at: Date
}

const shopsAtOnce = 100

/** @returns conversations that lack an order, the newest first. Asked by each look, so shops that are looked at together share a statement. */
const createLacking = ({ db }: WorkerStore): ((asked: Asked) => Promise<readonly Lacking[]>) =>
  createBatcher(async (shops) => {
    const { rows } = await sql<Row>`
      select w.place::int - 1 as wanted, c.thread_id, c.orders_missing, c.changed_at
      from unnest(${shops.map(({ tenantId }) => tenantId)}::text[], ${shops.map(({ integrationId }) => integrationId)}::text[],
        ${shops.map(({ since }) => since)}::timestamptz[], ${shops.map(({ place }) => place ?? null)}::timestamptz[])
        with ordinality as w (tenant_id, integration_id, since, latest, place)
      cross join lateral (
        select c.thread_id, c.orders_missing, c.changed_at from conversations c
        where c.tenant_id = w.tenant_id and c.integration_id = w.integration_id
          and c.order_id is not null and not c.order_recorded
          and c.changed_at > w.since and (w.latest is null or c.changed_at <= w.latest)
        order by c.changed_at desc limit ${lookAt}) c
      order by w.place, c.changed_at desc
    `.execute(db)
    const found = shops.map((): Lacking[] => [])
    for (const { wanted, thread_id: threadId, orders_missing: orderIds, changed_at: changedAt } of rows)
      found[wanted]?.push({ threadId, orderIds, changedAt })
    return found
  }, shopsAtOnce)

export function createLateOrders(deps: {
  repository: Repository
  store: WorkerStore
  orders: Orders
  now: () => Date
}): LateOrders {
  const { repository, store, orders, now } = deps
  const lacking = createLacking(store)
  /** By shop, the last one that was looked at. */
  const places = new LRUCache<string, Date>(atMost(rememberedShops))
  return {
    async catchUp(connection, signal) {
      const { tenantId, integrationId } = connection.ref
      const shop = `${tenantId}/${integrationId}`
      const place = places.get(shop)
      const rows = await lacking({ tenantId, integrationId, since: new Date(now().getTime() - quietMs), place })
      const last = rows.length < lookAt ? undefined : rows.at(-1)?.changedAt
      // As many of one moment are never met.
      if (last && last.getTime() !== place?.getTime()) places.set(shop, last)
      else places.delete(shop)
      const missing = rows.flatMap(({ threadId, orderIds: ids }) =>
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
