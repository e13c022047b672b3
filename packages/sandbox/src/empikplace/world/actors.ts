import { operatorParticipant, orderEntity, postMessage, shopSender, startThread } from './conversations.ts'
import type { World } from './conversations.ts'
import type { BuyerWrites, OperatorWrites, Recipient, SellerWrites, WriteInput, Written } from '../model/inputs.ts'
import type { Participant, Sender, Thread } from '../model/model.ts'
import { buildCustomer } from './orders.ts'

/** The buyer writes, to the shop unless told otherwise. Throws RangeError when shop, thread or order is unknown. */
export function buyerWrites(world: World, input: BuyerWrites): Written {
  const thread = threadFor(world, input, true)
  const customer = thread.authorized.find((participant) => participant.type === 'CUSTOMER')
  if (!customer) throw new RangeError('No customer takes part in this conversation')
  return write(world, thread, input, { type: 'CUSTOMER_USER', displayName: customer.displayName }, input.to ?? ['SHOP'])
}

/** The seller writes in the panel, to the customer if there is one, else to the operator. */
export function sellerWrites(world: World, input: SellerWrites): Written {
  const thread = threadFor(world, input, true)
  const userName = input.userName ?? keyUserName(world, input.shopId)
  const to: Recipient[] = input.to ?? [hasCustomer(thread) ? 'CUSTOMER' : 'OPERATOR']
  return write(world, thread, input, shopSender(world.state, input.shopId, userName), to)
}

/** The operator writes. Without thread, order and entities this starts a shop-operator thread. */
export function operatorWrites(world: World, input: OperatorWrites): Written {
  const thread = threadFor(world, input, false)
  const sender: Sender = {
    type: input.senderType ?? 'OPERATOR_USER',
    displayName: 'Operator',
    organization: operatorParticipant,
  }
  const to: Recipient[] = input.to === 'BOTH' ? ['SHOP', 'CUSTOMER'] : [input.to]
  return write(world, thread, input, sender, to)
}

/** The name under which the seller's people write: that of a key of the shop, often a login e-mail. */
export function keyUserName({ state }: World, shopId: number): string {
  for (const key of state.keys.values()) if (key.shopIds.includes(shopId)) return key.userName
  return 'Obsługa sklepu'
}

function write(world: World, thread: Thread, input: WriteInput, from: Sender, to: Recipient[]): Written {
  const recipients: Participant[] = to.map((type) => {
    const participant = thread.authorized.find((one) => one.type === type)
    if (!participant) throw new RangeError(`${type} does not take part in this conversation`)
    return participant
  })
  const message = postMessage(world, thread, {
    from,
    to: recipients,
    body: input.text,
    ...(input.attachments && { attachments: input.attachments }),
    ...(input.at && { at: input.at.getTime() }),
    ...(input.visibleAfterMs !== undefined && { visibleAfterMs: input.visibleAfterMs }),
  })
  return { threadId: thread.id, messageId: message.id }
}

function threadFor(world: World, input: WriteInput, needsCustomer: boolean): Thread {
  const { state, clock } = world
  if (!state.shops.has(input.shopId)) throw new RangeError(`No shop ${input.shopId}`)
  if (input.threadId !== undefined) {
    const thread = state.threads.get(input.threadId)
    if (thread?.shopId !== input.shopId) throw new RangeError(`Shop ${input.shopId} has no thread ${input.threadId}`)
    return thread
  }
  const at = input.at?.getTime() ?? clock.now().getTime()
  const topic = input.topic ?? { type: 'FREE_TEXT', value: 'Pytanie do sprzedawcy' }
  if (input.orderId !== undefined) {
    const order = state.orders.get(input.orderId)
    if (order?.shopId !== input.shopId) throw new RangeError(`Shop ${input.shopId} has no order ${input.orderId}`)
    const { customer, channel } = order
    return startThread(world, { shopId: input.shopId, entities: [orderEntity(order)], topic, customer, channel, at })
  }
  const shop = { type: 'SELLER_OPERATOR', id: String(input.shopId), label: state.shops.get(input.shopId)?.name ?? '' }
  const entities = input.entities ?? (needsCustomer ? [] : [shop])
  const isSellerOperator = entities.some((entity) => entity.type === 'SELLER_OPERATOR')
  return startThread(world, {
    shopId: input.shopId,
    entities,
    topic,
    ...(!isSellerOperator && { customer: buildCustomer(input.customer) }),
    at,
  })
}

function hasCustomer(thread: Thread): boolean {
  return thread.authorized.some((participant) => participant.type === 'CUSTOMER')
}
