import type { Address, Customer, Entity, OrderLine, Topic } from './model.ts'

export type ShopInput = { id: number; name?: string; state?: string; suspensionType?: string }

/** `key` is made up when absent; the default shop is the first one unless named. */
export type KeyInput = {
  key?: string
  shopIds: number[]
  defaultShopId?: number
  userName?: string
  deniedOperations?: string[]
}

export type CustomerInput = Partial<Customer>

export type OrderInput = {
  shopId: number
  id?: string
  commercialId?: string
  state?: string
  customer?: CustomerInput
  createdAt?: Date
  channel?: string
  address?: Partial<Address>
  shippingCompany?: string
  trackingNumber?: string
  trackingUrl?: string
  shippingLabel?: string
  hasIncident?: boolean
  sellerReference?: string
  lines?: Partial<OrderLine>[]
}

/** Text content is taken as UTF-8. */
export type AttachmentInput = { name: string; content: Buffer | string; type?: string }

/**
 * A message somebody writes past the API. With `threadId` it joins that thread; without, it starts one on the order, on
 * the given entities, or on nothing. `at` dates it (default now), `visibleAfterMs` hides it that long.
 */
export type WriteInput = {
  shopId: number
  threadId?: string
  orderId?: string
  customer?: CustomerInput
  text: string
  attachments?: AttachmentInput[]
  entities?: Entity[]
  topic?: Topic
  at?: Date
  visibleAfterMs?: number
}

export type Recipient = 'SHOP' | 'CUSTOMER' | 'OPERATOR'
export type BuyerWrites = WriteInput & { to?: Recipient[] }
export type SellerWrites = WriteInput & { to?: Recipient[]; userName?: string }
/** `senderType` imitates a kind of sender that Mirakl may add one day. */
export type OperatorWrites = WriteInput & { to: 'SHOP' | 'CUSTOMER' | 'BOTH'; senderType?: string }

export type Written = { threadId: string; messageId: string }

type SeedMessageBase = { text: string; minutesAgo: number; attachments?: AttachmentInput[] }
export type SeedMessage =
  | (SeedMessageBase & { by: 'buyer'; to?: Recipient[] })
  | (SeedMessageBase & { by: 'seller'; to?: Recipient[]; userName?: string })
  | (SeedMessageBase & { by: 'operator'; to: OperatorWrites['to'] })

export type SeedThread = Pick<WriteInput, 'shopId' | 'orderId' | 'customer' | 'entities' | 'topic'> & {
  messages: SeedMessage[]
}

/** The start state. Ages are minutes before the sandbox clock at the moment of seeding. */
export type EmpikPlaceSeed = {
  shops?: ShopInput[]
  keys?: KeyInput[]
  orders?: (OrderInput & { minutesAgo?: number })[]
  threads?: SeedThread[]
}
