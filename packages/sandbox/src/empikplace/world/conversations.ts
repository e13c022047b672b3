import { randomUUID } from 'node:crypto'
import type { SandboxClock } from '../../kit/clock.ts'
import type { AttachmentInput } from '../model/inputs.ts'
import type {
  Attachment,
  Customer,
  Entity,
  Message,
  Order,
  Participant,
  Sender,
  Thread,
  Topic,
} from '../model/model.ts'
import type { EmpikPlaceState } from './state.ts'
import type { EmpikPlaceSwitches } from '../model/switches.ts'

/** What every part of this sandbox works on. */
export type World = { state: EmpikPlaceState; clock: SandboxClock; switches: EmpikPlaceSwitches }

export const operatorParticipant: Participant = { type: 'OPERATOR', displayName: 'Empik' }

export type ThreadStart = {
  shopId: number
  entities: Entity[]
  topic: Topic
  customer?: Customer
  channel?: string
  at: number
}

/** A new thread without messages. Its shop must exist. */
export function startThread({ state }: World, start: ThreadStart): Thread {
  const { customer, at } = start
  const authorized: Participant[] = [shopParticipant(state, start.shopId), operatorParticipant]
  if (customer) authorized.unshift({ type: 'CUSTOMER', id: customer.id, displayName: customer.displayName })
  const thread: Thread = {
    id: randomUUID(),
    shopId: start.shopId,
    topic: start.topic,
    entities: start.entities,
    ...(start.channel !== undefined && { channel: start.channel }),
    ...(customer?.organization && { customerOrganization: customer.organization }),
    authorized,
    current: [],
    createdAt: at,
    updatedAt: at,
    shopReplyNeededSince: null,
    noStoreReplyNeeded: [],
    messages: [],
  }
  state.addThread(thread)
  return thread
}

export type Post = {
  from: Sender
  to: Participant[]
  body: string
  attachments?: AttachmentInput[]
  at?: number
  visibleAfterMs?: number
}

/** Commits a message; it shows at once, or after the delay given or switched on. */
export function postMessage({ state, clock, switches }: World, thread: Thread, post: Post): Message {
  const now = clock.now().getTime()
  state.release(now)
  const files = (post.attachments ?? []).map((file) => storedAttachment(thread, file))
  const message: Message = {
    id: randomUUID(),
    threadId: thread.id,
    createdAt: post.at ?? now,
    from: post.from,
    to: post.to,
    body: post.body,
    attachments: files.map(({ id, name, size }) => ({ id, name, size })),
  }
  for (const file of files) state.attachments.set(file.id, file)
  const delay = post.visibleAfterMs ?? switches.get('visibilityDelayMs')
  state.commit(thread, message, (delay > 0 ? now : message.createdAt) + delay, now)
  return message
}

export function shopParticipant(state: EmpikPlaceState, shopId: number): Participant {
  return { type: 'SHOP', id: String(shopId), displayName: state.shops.get(shopId)?.name ?? `Sklep ${shopId}` }
}

export function shopSender(state: EmpikPlaceState, shopId: number, userName: string): Sender {
  return { type: 'SHOP_USER', displayName: userName, organization: shopParticipant(state, shopId) }
}

export function orderEntity(order: Order): Entity {
  return { type: 'MMP_ORDER', id: order.id, label: order.commercialId }
}

function storedAttachment(thread: Thread, file: AttachmentInput): Attachment {
  const content = typeof file.content === 'string' ? Buffer.from(file.content) : file.content
  return {
    id: randomUUID(),
    name: file.name,
    size: content.length,
    threadId: thread.id,
    shopId: thread.shopId,
    type: file.type ?? 'application/octet-stream',
    content,
    deleted: false,
  }
}
