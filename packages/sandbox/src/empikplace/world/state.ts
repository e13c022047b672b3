import type { ApiKey, Attachment, Message, Order, Shop, Thread } from '../model/model.ts'
import { ThreadIndex } from './thread-index.ts'

type PendingMessage = { visibleAt: number; message: Message }

/**
 * Everything the sandbox knows, in memory, indexed by shop, by date of change and by entity. A message may be committed
 * but not visible yet: then it waits in `pending` and neither lists nor dates show it before it is released.
 */
export class EmpikPlaceState {
  readonly shops = new Map<number, Shop>()
  readonly keys = new Map<string, ApiKey>()
  readonly threads = new Map<string, Thread>()
  readonly messages = new Map<string, Message>()
  readonly attachments = new Map<string, Attachment>()
  readonly orders = new Map<string, Order>()
  pending: PendingMessage[] = []

  readonly #threadsByShop = new Map<number, ThreadIndex>()
  readonly #threadsByEntity = new Map<string, Set<Thread>>()
  readonly #ordersByShop = new Map<number, Order[]>()
  readonly #attachmentCounts = new Map<string, number>()
  readonly #messageCounts = new Map<string, number>()

  clear(): void {
    for (const map of [this.shops, this.keys, this.threads, this.messages, this.attachments, this.orders]) map.clear()
    for (const map of [this.#threadsByShop, this.#threadsByEntity, this.#ordersByShop]) map.clear()
    this.#attachmentCounts.clear()
    this.#messageCounts.clear()
    this.pending = []
  }

  /** Threads of a shop that have at least one visible message. */
  threadsOfShop(shopId: number): ThreadIndex {
    let index = this.#threadsByShop.get(shopId)
    if (!index) {
      index = new ThreadIndex()
      this.#threadsByShop.set(shopId, index)
    }
    return index
  }

  threadsOfEntity(shopId: number, type: string, id: string): Iterable<Thread> {
    return this.#threadsByEntity.get(entityKey(shopId, type, id)) ?? []
  }

  /** Orders of a shop in the order they were added. */
  ordersOfShop(shopId: number): readonly Order[] {
    return this.#ordersByShop.get(shopId) ?? []
  }

  addOrder(order: Order): void {
    const known = this.#ordersByShop.get(order.shopId)
    const old = this.orders.get(order.id)
    if (!known) this.#ordersByShop.set(order.shopId, [order])
    else if (old) known.splice(known.indexOf(old), 1, order)
    else known.push(order)
    this.orders.set(order.id, order)
  }

  /** Adds a thread without messages; it is listed once its first message is visible. */
  addThread(thread: Thread): void {
    this.threads.set(thread.id, thread)
    for (const entity of thread.entities) {
      const key = entityKey(thread.shopId, entity.type, entity.id)
      const threads = this.#threadsByEntity.get(key)
      if (threads) threads.add(thread)
      else this.#threadsByEntity.set(key, new Set([thread]))
    }
  }

  /** Commits a message. It counts for the limits at once and shows from `visibleAt` on. */
  commit(thread: Thread, message: Message, visibleAt: number, now: number): void {
    this.messages.set(message.id, message)
    this.#messageCounts.set(thread.id, this.messageCount(thread) + 1)
    const key = attachmentBudgetKey(thread)
    this.#attachmentCounts.set(key, this.attachmentCount(thread) + message.attachments.length)
    if (visibleAt <= now) this.#show(thread, message)
    else {
      this.pending.push({ visibleAt, message })
      this.pending.sort((one, other) => one.visibleAt - other.visibleAt)
    }
  }

  /** Shows every waiting message whose time has come. */
  release(now: number): void {
    for (let next = this.pending[0]; next && next.visibleAt <= now; next = this.pending[0]) {
      this.pending.shift()
      const thread = this.threads.get(next.message.threadId)
      if (thread) this.#show(thread, next.message)
    }
  }

  /** All committed messages of a thread, also those not visible yet. */
  messageCount(thread: Thread): number {
    return this.#messageCounts.get(thread.id) ?? 0
  }

  /** Attachments over all threads of the same entity: the budget of 50 is per entity. */
  attachmentCount(thread: Thread): number {
    return this.#attachmentCounts.get(attachmentBudgetKey(thread)) ?? 0
  }

  /** Moves a thread to its new place in the order of change. */
  touch(thread: Thread, updatedAt: number): void {
    const index = this.threadsOfShop(thread.shopId)
    index.remove(thread)
    thread.updatedAt = updatedAt
    index.add(thread)
  }

  #show(thread: Thread, message: Message): void {
    let at = thread.messages.length
    while (at > 0 && (thread.messages[at - 1]?.createdAt ?? 0) > message.createdAt) at -= 1
    const isLast = at === thread.messages.length
    thread.messages.splice(at, 0, message)
    for (const participant of participantsOf(thread, message)) {
      if (!thread.current.some((known) => known.type === participant.type)) thread.current.push(participant)
    }
    if (message.from.type === 'SHOP_USER') {
      if (isLast) thread.shopReplyNeededSince = null
    } else if (isLast && message.to.some((recipient) => recipient.type === 'SHOP')) {
      thread.shopReplyNeededSince ??= message.createdAt
    }
    // A message shown late keeps its date: the thread may turn up behind a cursor that has moved on already.
    this.touch(thread, thread.messages.length === 1 ? message.createdAt : Math.max(thread.updatedAt, message.createdAt))
  }
}

function entityKey(shopId: number, type: string, id: string): string {
  return `${shopId}\n${type}\n${id}`
}

function attachmentBudgetKey(thread: Thread): string {
  const [entity] = thread.entities
  return entity && entity.type !== 'SELLER_OPERATOR'
    ? entityKey(thread.shopId, entity.type, entity.id)
    : `thread\n${thread.id}`
}

function participantsOf(thread: Thread, message: Message): Thread['authorized'] {
  const senderType = message.from.type.replace(/_USER$/, '')
  return thread.authorized.filter(
    (participant) =>
      participant.type === senderType || message.to.some((recipient) => recipient.type === participant.type),
  )
}
