import { operatorId } from '@connector/domain/buyers'
import { effectKindOf, emptyPlanning, planEffects, type PlannedEffect, type Planning } from '@connector/domain/effects'
import {
  emptyPersonClock,
  evolvePersonClock,
  orderIdsOf,
  unansweredSince,
  type PersonClock,
} from '@connector/domain/conversation'
import { erasedText, type ConversationEvent } from '@connector/domain/events'
import { messageText } from '@connector/domain/mail'
import { topicReason, type ConversationRef } from '@connector/domain/words'
import type { Row } from '@connector/store'

/** One row of the `conversations` read model. */
export type ConversationRow = Omit<Row<'conversations'>, 'planning' | 'person_clock'> & {
  planning: Planning
  person_clock: PersonClock
}

export const emptyRow = (ref: ConversationRef): ConversationRow => ({
  tenant_id: ref.tenantId,
  integration_id: ref.integrationId,
  thread_id: ref.threadId,
  subject: '',
  customer_id: null,
  customer_name: null,
  order_id: null,
  order_recorded: false,
  order_ids: [],
  orders_missing: [],
  thulium_customer_id: null,
  outside_crm: false,
  ticket_id: null,
  message_count: 0,
  last_message_at: null,
  last_author: null,
  last_words: '',
  has_files: false,
  incident_orders: [],
  replies_pending: 0,
  replies_sent: 0,
  reply_needed_since: null,
  unanswered_since: null,
  person_clock: emptyPersonClock,
  planning: emptyPlanning,
  revision: -1,
  changed_at: new Date(0),
})

/** As many as fit into two lines of a list. */
const longestWords = 140

/** How a message begins, in one line. */
const beginningOf = (body: string): string =>
  Array.from(
    messageText(body)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 2 * longestWords),
  )
    .slice(0, longestWords)
    .join('')

/** A dismissed reply whose text is seen at EmpikPlace later ends a second time. */
const fewer = (pending: number): number => Math.max(0, pending - 1)

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant))

type Orders = Pick<ConversationRow, 'order_id' | 'order_recorded' | 'order_ids' | 'orders_missing'>

/** The first order is what one is named by that is about several. */
const ordersRow = (ids: readonly string[], missing: readonly string[]): Orders => ({
  order_id: ids[0] ?? null,
  order_recorded: ids.length > 0 && missing.length === 0,
  order_ids: [...ids],
  orders_missing: [...missing],
})

const hasOrder = ({ order_ids: ids, orders_missing: missing }: Orders): boolean => missing.length < ids.length

function describe(row: ConversationRow, event: ConversationEvent): Partial<ConversationRow> {
  switch (event.type) {
    case 'MessageReceived': {
      const { thread, sentAt, author, body, attachments } = event.data
      const ids = [...new Set([...orderIdsOf({ thread, orders: [] }), ...row.order_ids])]
      const missing = ids.filter((id) => !row.order_ids.includes(id) || row.orders_missing.includes(id))
      return {
        ...ordersRow(ids, missing),
        // A code says nothing to people; what EmpikPlace calls it comes with the routing.
        subject: topicReason(thread.topic) === undefined ? thread.topic.value : row.subject,
        customer_id: thread.customerId ?? row.customer_id,
        customer_name: hasOrder(row) ? row.customer_name : (thread.customerName ?? row.customer_name),
        message_count: row.message_count + 1,
        last_message_at: new Date(sentAt),
        last_author: author,
        last_words: beginningOf(body),
        has_files: row.has_files || attachments.length > 0,
        reply_needed_since: dateOf(thread.shopReplyNeededSince),
      }
    }
    case 'ConversationRouted':
      return event.data.topicLabel === undefined ? {} : { subject: event.data.topicLabel }
    case 'OrderRecorded': {
      const { customer, orderId, incident } = event.data
      const name = `${customer.firstName} ${customer.lastName}`.trim()
      return {
        ...ordersRow(
          row.order_ids.includes(orderId) ? row.order_ids : [...row.order_ids, orderId],
          row.orders_missing.filter((id) => id !== orderId),
        ),
        incident_orders: [
          ...row.incident_orders.filter((id) => id !== orderId),
          ...(incident === true ? [orderId] : []),
        ],
        // Names may be emptied when a buyer is anonymised; a known one is never overwritten with nothing.
        customer_name: name === '' ? row.customer_name : name,
        customer_id: row.customer_id ?? (customer.id === '' ? null : customer.id),
      }
    }
    case 'CustomerLinked':
      return {
        thulium_customer_id: event.data.thuliumCustomerId,
        customer_id: event.data.customerId,
        outside_crm: false,
      }
    case 'CustomerLeftOutside':
      return { outside_crm: event.data.customerId !== operatorId }
    case 'TicketCreated':
      return { ticket_id: event.data.ticketId }
    case 'TicketLost':
      return { ticket_id: event.data.mergedInto ?? null }
    case 'ReplyClockChanged':
      return { reply_needed_since: dateOf(event.data.shopReplyNeededSince) }
    case 'ReplyRequested':
      return {
        replies_pending: row.replies_pending + 1,
        has_files: row.has_files || event.data.attachmentNames.length > 0,
      }
    case 'ReplySent':
      return {
        replies_pending: fewer(row.replies_pending),
        replies_sent: row.replies_sent + 1,
        last_author: 'seller',
        // It comes back from EmpikPlace as a message, with its words.
        last_words: '',
      }
    case 'ReplyRefused':
    case 'ReplyWithdrawn':
      return { replies_pending: fewer(row.replies_pending) }
    case 'EffectResolved': {
      const { effectKey, resolution } = event.data
      const givenUp = resolution === 'dismiss' && effectKindOf(effectKey) === 'reply:send'
      return givenUp ? { replies_pending: fewer(row.replies_pending) } : {}
    }
    case 'BuyerErased':
      return {
        subject: erasedText,
        customer_name: erasedText,
        last_words: '',
        replies_pending: event.data.stopped
          .filter((effectKey) => effectKindOf(effectKey) === 'reply:send')
          .reduce(fewer, row.replies_pending),
      }
    default:
      return {}
  }
}

/** The row after one more event, and the effects the event asks for. */
export function foldRow(
  ref: ConversationRef,
  row: ConversationRow,
  event: ConversationEvent,
  revision: number,
  recordedAt: Date,
): { row: ConversationRow; effects: PlannedEffect[] } {
  const { planning, effects } = planEffects(ref, row.planning, event, revision)
  const clock = evolvePersonClock(row.person_clock, event)
  const next: ConversationRow = {
    ...row,
    ...describe(row, event),
    unanswered_since: dateOf(unansweredSince(clock) ?? null),
    person_clock: clock,
    planning,
    revision,
    changed_at: recordedAt,
  }
  return { row: next, effects }
}
