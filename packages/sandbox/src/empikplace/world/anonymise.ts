import type { World } from './conversations.ts'
import type { Thread } from '../model/model.ts'

/** What an anonymisation touches. By default names and addresses go, attachments vanish, texts and dates stay. */
export type Anonymise = { customerId: string; eraseBodies?: boolean; touchThreads?: boolean }

const placeholder = 'ANONYMIZED'

/** Imitates the operator's erasure of a customer (AN01). Returns the number of conversations concerned. */
export function anonymiseCustomer({ state, clock }: World, what: Anonymise): number {
  const now = clock.now().getTime()
  let touched = 0
  for (const thread of state.threads.values()) {
    if (!thread.authorized.some((one) => one.type === 'CUSTOMER' && one.id === what.customerId)) continue
    anonymiseThread(thread, what.eraseBodies === true)
    if (what.touchThreads === true && thread.messages.length > 0) state.touch(thread, now)
    for (const attachment of state.attachments.values()) {
      if (attachment.threadId === thread.id) attachment.deleted = true
    }
    touched += 1
  }
  for (const order of state.orders.values()) {
    if (order.customer.id !== what.customerId) continue
    order.customer = { ...order.customer, firstname: placeholder, lastname: placeholder, displayName: placeholder }
    const address = { street: placeholder, city: placeholder, zipCode: '00-000' }
    order.billingAddress = address
    order.shippingAddress = address
    order.updatedAt = now
  }
  return touched
}

function anonymiseThread(thread: Thread, eraseBodies: boolean): void {
  for (const participant of [...thread.authorized, ...thread.current]) {
    if (participant.type === 'CUSTOMER') participant.displayName = placeholder
  }
  for (const message of thread.messages) {
    for (const recipient of message.to) if (recipient.type === 'CUSTOMER') recipient.displayName = placeholder
    if (message.from.type !== 'CUSTOMER_USER') continue
    message.from = { ...message.from, displayName: placeholder }
    if (eraseBodies) message.body = placeholder
  }
}
