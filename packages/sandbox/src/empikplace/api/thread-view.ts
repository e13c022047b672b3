import type { World } from '../world/conversations.ts'
import { wireDate } from '../model/date.ts'
import type { Message, Participant, Sender, Thread } from '../model/model.ts'

// M11 with messages shows at most this many of the newest ones per thread (OpenAPI, M11 with_messages).
const listedMessages = 100

export type MessagesShown = 'none' | 'last' | 'all'

/** What the shop may see: messages it sent or received, unless switched to everything. */
export function visibleMessages({ switches }: World, thread: Thread): Message[] {
  if (switches.get('shopSeesAllMessages')) return thread.messages
  return thread.messages.filter(
    (message) => message.from.type === 'SHOP_USER' || message.to.some((recipient) => recipient.type === 'SHOP'),
  )
}

/** A thread as M10 and M11 answer it, or undefined when the shop may see none of its messages. */
export function wireThread(world: World, thread: Thread, shown: MessagesShown): Record<string, unknown> | undefined {
  const { switches } = world
  const visible = visibleMessages(world, thread)
  const last = visible.at(-1)
  if (!last) return undefined
  const date = (at: number) => wireDate(at, switches)
  const extra = unknownField(world)
  const novel = switches.get('newEnumValues')
  const participants = (list: Participant[]) => [
    ...list.map((participant) => ({ ...wireParticipant(participant), ...extra })),
    ...(novel ? [{ type: 'LOGISTICS_PARTNER', id: 'lp-1', display_name: 'Magazyn' }] : []),
  ]
  const entities = [...thread.entities, ...(novel ? [{ type: 'MMP_RETURN', id: 'r-1', label: 'Zwrot 1' }] : [])]
  return {
    id: thread.id,
    topic:
      novel && thread.topic.type === 'FREE_TEXT'
        ? { type: 'TRANSLATED_TEXT', value: thread.topic.value }
        : thread.topic,
    ...(entities.length > 0 && { entities: entities.map((entity) => ({ ...entity, ...extra })) }),
    authorized_participants: participants(thread.authorized),
    current_participants: participants(thread.current),
    ...(thread.customerOrganization && {
      customer_organization: {
        id: thread.customerOrganization.id,
        display_name: thread.customerOrganization.displayName,
      },
    }),
    date_created: date(thread.createdAt),
    date_updated: date(thread.updatedAt),
    metadata: {
      last_message_date: date(last.createdAt),
      last_sender: wireSender(last.from),
      shop_reply_needed_since: thread.shopReplyNeededSince === null ? null : date(thread.shopReplyNeededSince),
      total_count: switches.get('totalCount') === 'all' ? thread.messages.length : visible.length,
      ...extra,
    },
    no_store_reply_needed: [
      ...thread.noStoreReplyNeeded.map((mark) => ({ date: date(mark.at), user_type: mark.userType })),
      ...(novel ? [{ date: date(thread.updatedAt), user_type: 'AUTOMATION' }] : []),
    ],
    ...(shown !== 'none' && {
      messages: ordered(world, shown === 'last' ? visible.slice(-listedMessages) : visible).map((message) => ({
        id: message.id,
        date_created: date(message.createdAt),
        from: { ...wireSender(message.from), ...extra },
        to: message.to.map(wireParticipant),
        body: message.body,
        ...(message.attachments.length > 0 && { attachments: message.attachments }),
        ...extra,
      })),
    }),
    ...extra,
  }
}

/** Fields nobody has documented: a tolerant reader ignores them. */
export function unknownField({ switches }: World): Record<string, unknown> {
  return switches.get('unknownFields') ? { x_sandbox_new_field: { nested: [1, 'dwa', null] } } : {}
}

function ordered({ switches }: World, messages: Message[]): Message[] {
  switch (switches.get('messageOrder')) {
    case 'descending':
      return messages.toReversed()
    case 'shuffled':
      // Message ids are random, so their order is a shuffle that stays the same from call to call.
      return messages.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    default:
      return messages
  }
}

function wireParticipant(participant: Participant): Record<string, unknown> {
  return {
    type: participant.type,
    ...(participant.id !== undefined && { id: participant.id }),
    display_name: participant.displayName,
  }
}

function wireSender(sender: Sender): Record<string, unknown> {
  return {
    type: sender.type,
    display_name: sender.displayName,
    ...(sender.organization && { organization_details: wireParticipant(sender.organization) }),
  }
}
