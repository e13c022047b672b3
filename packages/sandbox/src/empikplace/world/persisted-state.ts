import type { ApiKey, Attachment, Message, Order, Shop, Thread } from '../model/model.ts'
import type { EmpikPlaceState } from './state.ts'

/** The whole state as JSON. Messages travel with their date of visibility, so that a restart keeps what still waits. */
export type PersistedState = {
  shops: Shop[]
  keys: ApiKey[]
  orders: Order[]
  threads: Thread[]
  messages: { message: Message; visibleAt: number }[]
  attachments: (Omit<Attachment, 'content'> & { base64: string })[]
}

export function persistState(state: EmpikPlaceState): PersistedState {
  const waiting = new Map(state.pending.map((one) => [one.message.id, one.visibleAt]))
  return {
    shops: [...state.shops.values()],
    keys: [...state.keys.values()],
    orders: [...state.orders.values()],
    threads: [...state.threads.values()].map((thread) => ({ ...thread, messages: [] })),
    messages: [...state.messages.values()].map((message) => ({ message, visibleAt: waiting.get(message.id) ?? 0 })),
    attachments: [...state.attachments.values()].map(({ content, ...rest }) => ({
      ...rest,
      base64: content.toString('base64'),
    })),
  }
}

export function restoreState(state: EmpikPlaceState, stored: PersistedState, now: number): void {
  state.clear()
  for (const shop of stored.shops) state.shops.set(shop.id, shop)
  for (const key of stored.keys) state.keys.set(key.key, key)
  for (const order of stored.orders) state.addOrder(order)
  for (const { base64, ...attachment } of stored.attachments) {
    state.attachments.set(attachment.id, { ...attachment, content: Buffer.from(base64, 'base64') })
  }
  for (const thread of stored.threads) state.addThread({ ...thread, messages: [], current: [...thread.current] })
  for (const { message, visibleAt } of stored.messages) {
    const thread = state.threads.get(message.threadId)
    if (thread) state.commit(thread, message, visibleAt, now)
  }
  // Replaying the messages has moved some of these; the stored values are the true ones.
  for (const thread of stored.threads) {
    const restored = state.threads.get(thread.id)
    if (!restored) continue
    restored.shopReplyNeededSince = thread.shopReplyNeededSince
    restored.current = thread.current
    if (restored.messages.length > 0) state.touch(restored, thread.updatedAt)
  }
}
