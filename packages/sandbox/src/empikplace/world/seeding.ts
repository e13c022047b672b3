import { randomUUID } from 'node:crypto'
import { buyerWrites, operatorWrites, sellerWrites } from './actors.ts'
import type { World } from './conversations.ts'
import type { EmpikPlaceSeed, KeyInput, SeedMessage, SeedThread, ShopInput, Written } from '../model/inputs.ts'
import type { ApiKey, Shop } from '../model/model.ts'
import { buildOrder } from './orders.ts'

/** Puts a seed into the state; ages count back from the sandbox clock. */
export function applySeed(world: World, seed: EmpikPlaceSeed): void {
  const now = world.clock.now().getTime()
  for (const shop of seed.shops ?? []) addShop(world, shop)
  for (const key of seed.keys ?? []) addKey(world, key)
  for (const { minutesAgo, ...order } of seed.orders ?? []) {
    const createdAt = order.createdAt ?? new Date(now - (minutesAgo ?? 0) * 60_000)
    world.state.addOrder(buildOrder({ ...order, createdAt }, now))
  }
  for (const thread of seed.threads ?? []) seedThread(world, thread, now)
}

/** Adds or replaces a shop. */
export function addShop({ state, clock }: World, input: ShopInput): Shop {
  const shop: Shop = {
    id: input.id,
    name: input.name ?? `Sklep ${input.id}`,
    state: input.state ?? 'OPEN',
    ...(input.suspensionType !== undefined && { suspensionType: input.suspensionType }),
    createdAt: clock.now().getTime(),
  }
  state.shops.set(shop.id, shop)
  return shop
}

/** Adds a key of a panel user. Throws RangeError when it names no shop. */
export function addKey({ state }: World, input: KeyInput): ApiKey {
  const [first] = input.shopIds
  if (first === undefined) throw new RangeError('A key needs at least one shop')
  const key: ApiKey = {
    key: input.key ?? randomUUID(),
    userName: input.userName ?? `obsluga@sklep-${first}.example`,
    shopIds: input.shopIds,
    defaultShopId: input.defaultShopId ?? first,
    deniedOperations: input.deniedOperations ?? [],
  }
  state.keys.set(key.key, key)
  return key
}

function seedThread(world: World, { messages, ...start }: SeedThread, now: number): void {
  let threadId: string | undefined
  for (const message of messages) {
    const at = new Date(now - message.minutesAgo * 60_000)
    const base = threadId === undefined ? start : { shopId: start.shopId, threadId }
    threadId = seedMessage(world, { ...base, text: message.text, at, visibleAfterMs: 0 }, message).threadId
  }
}

type SeedBase = Omit<SeedThread, 'messages'> & { threadId?: string; text: string; at: Date; visibleAfterMs: number }

function seedMessage(world: World, base: SeedBase, message: SeedMessage): Written {
  const write = { ...base, ...(message.attachments && { attachments: message.attachments }) }
  switch (message.by) {
    case 'buyer':
      return buyerWrites(world, { ...write, ...(message.to && { to: message.to }) })
    case 'seller': {
      const { to, userName } = message
      return sellerWrites(world, { ...write, ...(to && { to }), ...(userName !== undefined && { userName }) })
    }
    case 'operator':
      return operatorWrites(world, { ...write, to: message.to })
  }
}
