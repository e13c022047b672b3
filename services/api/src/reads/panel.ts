import { bytesBeforeReply } from '@connector/domain/attachments'
import { isOutsideCrm } from '@connector/domain/buyers'
import { orderIdsOf, ordersOf, type ConversationState } from '@connector/domain/conversation'
import type { OrderRecorded } from '@connector/domain/events'
import { linksWith, type PanelLinks } from '@connector/domain/settings'
import { orderLink, type TicketFacts } from '@connector/domain/tickets'
import type { ConversationRef } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import type { ConversationView } from '../schemas/views.ts'
import type { Directory } from './directory.ts'
import { newestConversations, oneConversation } from './conversations.ts'

type Delivery = 'in-ticket' | 'to-ticket' | 'sent' | 'waiting' | 'refused' | 'withdrawn'

interface Moment {
  at: string
  author: string
  delivery: Delivery
}

/** An order that the conversation is about, with what is known of it and where it stands at EmpikPlace. */
export interface PanelOrder {
  orderId: string
  order: OrderRecorded | undefined
  link: string | undefined
}

/** What the small page beside a ticket shows of its conversation: no text that anybody wrote. */
export interface PanelView {
  conversation: ConversationView
  orders: PanelOrder[]
  files: { names: string[]; usedBytes: number; limitBytes: number }
  /** The last ones, newest first. */
  moments: Moment[]
  /** Others of this buyer, the last change first. */
  others: ConversationView[]
  /** He can be added to the CRM. */
  isOutside: boolean
}

const mostMoments = 3
const mostOthers = 5

/** What nobody knows the date of is shown first, and not wherever chance puts it. */
const whenOf = ({ at }: Moment): number => (at === '' ? Number.MAX_SAFE_INTEGER : Date.parse(at))

function momentsOf({ messages, mirrored, replies }: ConversationState): Moment[] {
  const received = messages.map(({ sentAt, author, messageId }) => ({
    at: sentAt,
    author,
    delivery: mirrored.has(messageId) ? ('in-ticket' as const) : ('to-ticket' as const),
  }))
  const sent = replies.map(({ writtenAt, status }) => ({
    at: writtenAt ?? '',
    author: 'seller',
    delivery: status === 'pending' ? ('waiting' as const) : status,
  }))
  return [...received, ...sent].sort((a, b) => whenOf(b) - whenOf(a)).slice(0, mostMoments)
}

function ordersIn(facts: TicketFacts): PanelOrder[] {
  const known = new Map(ordersOf(facts.state).map((order) => [order.orderId, order] as const))
  return orderIdsOf(facts.state).map((orderId) => ({
    orderId,
    order: known.get(orderId),
    link: orderLink(facts, orderId),
  }))
}

interface PanelDeps {
  store: TenantStore
  repository: Pick<Repository, 'conversation'>
  directory: Pick<Directory, 'integration'>
  panel: PanelLinks
}

/** Undefined for a conversation that is not this tenant's, or not there any more. */
export async function readPanel(
  { store, repository, directory, panel }: PanelDeps,
  ref: ConversationRef,
  now: Date,
): Promise<PanelView | undefined> {
  const { settings } = await directory.integration(ref)
  // The row proves, by row-level security, that the conversation is this tenant's; streams know no such bounds.
  const conversation = await oneConversation(store, ref, now)
  if (!conversation) return undefined
  const { state } = await repository.conversation(ref)
  const { customerId } = conversation
  const { items } =
    customerId === null
      ? { items: [] }
      : await newestConversations(store, ref.tenantId, { customerId, limit: mostOthers + 1 }, now)
  return {
    conversation,
    orders: ordersIn({
      threadId: ref.threadId,
      shopId: settings.shopId,
      state,
      links: linksWith(panel, settings.links),
    }),
    files: {
      names: state.messages.flatMap(({ attachments }) => attachments.map(({ name }) => name)),
      usedBytes: bytesBeforeReply(ref, state),
      limitBytes: settings.attachments.conversationLimitBytes,
    },
    moments: momentsOf(state),
    others: items.filter(({ threadId }) => threadId !== ref.threadId).slice(0, mostOthers),
    isOutside: isOutsideCrm(state),
  }
}
