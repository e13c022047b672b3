import { buyerWrites, operatorWrites, sellerWrites } from '../world/actors.ts'
import { anonymiseCustomer } from '../world/anonymise.ts'
import type { Anonymise } from '../world/anonymise.ts'
import type { World } from '../world/conversations.ts'
import type {
  BuyerWrites,
  KeyInput,
  OperatorWrites,
  OrderInput,
  SellerWrites,
  ShopInput,
  Written,
} from '../model/inputs.ts'
import type { ApiKey, Order, Shop, Thread } from '../model/model.ts'
import { buildOrder } from '../world/orders.ts'
import { addKey, addShop } from '../world/seeding.ts'

/** What people and the operator do past the API, for tests. All of it throws RangeError on unknown shops, threads or orders. */
export type EmpikPlaceActions = {
  addShop: (input: ShopInput) => Shop
  addKey: (input: KeyInput) => ApiKey
  removeKey: (key: string) => boolean
  addOrder: (input: OrderInput) => Order
  buyerWrites: (input: BuyerWrites) => Written
  sellerWrites: (input: SellerWrites) => Written
  operatorWrites: (input: OperatorWrites) => Written
  anonymiseCustomer: (what: Anonymise) => number
  deleteAttachment: (attachmentId: string) => boolean
  /** Runs once, when the next page after the first is asked for, before it is read. */
  beforeNextPage: (action: () => void) => void
  /** A thread with its visible messages. */
  thread: (threadId: string) => Thread
}

/** Every action is saved before it returns. */
export function createActions(
  world: World,
  save: () => void,
  beforeNextPage: EmpikPlaceActions['beforeNextPage'],
): EmpikPlaceActions {
  const { state, clock } = world
  const saving =
    <Input, Result>(act: (input: Input) => Result) =>
    (input: Input): Result => {
      const result = act(input)
      save()
      return result
    }
  return {
    addShop: saving((input) => addShop(world, input)),
    addKey: saving((input) => addKey(world, input)),
    removeKey: saving((key) => state.keys.delete(key)),
    addOrder: saving((input) => {
      if (!state.shops.has(input.shopId)) throw new RangeError(`No shop ${input.shopId}`)
      const order = buildOrder(input, clock.now().getTime())
      state.addOrder(order)
      return order
    }),
    buyerWrites: saving((input) => buyerWrites(world, input)),
    sellerWrites: saving((input) => sellerWrites(world, input)),
    operatorWrites: saving((input) => operatorWrites(world, input)),
    anonymiseCustomer: saving((what) => anonymiseCustomer(world, what)),
    deleteAttachment: saving((id) => {
      const attachment = state.attachments.get(id)
      if (attachment) attachment.deleted = true
      return attachment !== undefined
    }),
    beforeNextPage,
    thread: (threadId) => {
      state.release(clock.now().getTime())
      const thread = state.threads.get(threadId)
      if (!thread) throw new RangeError(`No thread ${threadId}`)
      return thread
    },
  }
}
