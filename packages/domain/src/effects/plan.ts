import { autoReplySubject } from './auto-reply-key.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { isFromConsole } from '../words/console-ids.ts'
import type { ConversationRef } from '../words/ids.ts'
import { parseEffectKey } from './effect-key.ts'
import { namedIn, planFiles, type PlannedFiles } from './plan-files.ts'
import { createWishes, type PlannedEffect, type Wishes } from './wishes.ts'

/** All that planning needs to remember of a conversation. */
export interface Planning {
  ticketPlanned: boolean
  /** Messages that wait for a reason to open a ticket, oldest first. */
  held: readonly string[]
  /** The id of the order that was recorded, each time that one was. */
  orders: readonly string[]
  /** How many of those recordings the ticket tells of; null while there is no ticket. */
  ordersInTicket: number | null
  /** The buyer's CRM record is ours and waits for his name. */
  nameless: boolean
  /** Absent while there are none. */
  files?: PlannedFiles
}

export const emptyPlanning: Planning = {
  ticketPlanned: false,
  held: [],
  orders: [],
  ordersInTicket: null,
  nameless: false,
}

export interface Plan {
  planning: Planning
  effects: PlannedEffect[]
}

/** Subject of the `ticket:update` that tries again what was refused when the ticket was made. */
export const refusedFields = 'refused-fields'

/** The ticket shows the orders as they are now, and says so in words of each that it was made without. */
function withOrders(wishes: Wishes, next: Planning): Planning {
  const { orders, ordersInTicket } = next
  if (ordersInTicket === null || ordersInTicket >= orders.length) return next
  wishes.want('ticket:update', String(orders.length))
  const told = new Set(orders.slice(0, ordersInTicket))
  for (const id of new Set(orders.slice(ordersInTicket)))
    if (!told.has(id)) wishes.tell({ about: 'order', recording: orders.lastIndexOf(id) + 1 })
  return { ...next, ordersInTicket: orders.length }
}

type DataOf<N extends ConversationEvent['type']> = Extract<ConversationEvent, { type: N }>['data']

type Asks<N extends ConversationEvent['type']> = (wishes: Wishes, planning: Planning, data: DataOf<N>) => Planning

/** Asks for no effect, or for those of files alone, which `planFiles` plans. */
const nothing = (_: Wishes, planning: Planning): Planning => planning

/** What each event asks for, and what is to be remembered of it. */
const asks: { [N in ConversationEvent['type']]: Asks<N> } = {
  MessageReceived: (wishes, planning, data) => {
    const { messageId, opensTicket } = data
    if (planning.ticketPlanned) {
      wishes.want('message:mirror', messageId)
      return planning
    }
    const held = [...planning.held, messageId]
    if (!opensTicket) return { ...planning, held }
    wishes.want('customer:link')
    wishes.want('ticket:create')
    // The ticket itself carries the first message.
    for (const id of held.slice(1)) wishes.want('message:mirror', id)
    return { ...planning, ticketPlanned: true, held: [] }
  },
  OrderRecorded: (wishes, planning, data) => {
    if (planning.nameless) wishes.want('customer:name')
    return withOrders(wishes, { ...planning, orders: [...planning.orders, data.orderId], nameless: false })
  },
  TicketCreated: (wishes, planning, data) => {
    if (data.fieldsRefused?.length) wishes.want('ticket:update', refusedFields)
    return withOrders(wishes, { ...planning, ordersInTicket: data.orders })
  },
  TicketUpdated: (wishes, planning, data) => {
    if (data.fieldsMissing?.length) wishes.tell({ about: 'fields-missing', effectKey: data.effectKey })
    return planning
  },
  TicketReopenRequested: (wishes, planning, data) => {
    const { entryId, statusId } = data
    if (statusId === undefined) wishes.tell({ about: 'closed', entryId })
    else wishes.want('ticket:reopen', String(entryId))
    return planning
  },
  TicketLost: (_, planning, data) => (data.mergedInto === undefined ? { ...planning, ordersInTicket: null } : planning),
  CustomerLinked: (wishes, planning, data) => {
    if (parseEffectKey(wishes.ref, data.effectKey)?.kind === 'customer:add') wishes.tell({ about: 'customer-added' })
    if (data.hits > 1) wishes.tell({ about: 'customer-hits' })
    if (data.shortened === true) wishes.tell({ about: 'customer-shortened' })
    if (!data.placeholder || planning.orders.length === 0) return { ...planning, nameless: data.placeholder }
    wishes.want('customer:name')
    return planning
  },
  CustomerNamed: (wishes, planning, data) => {
    if (data.shortened === true) wishes.tell({ about: 'customer-shortened' })
    return planning
  },
  CustomerAdditionRequested: (wishes, planning) => {
    wishes.want('customer:add')
    return planning
  },
  CustomerLeftOutside: (wishes, planning, data) => {
    // The ticket does not wait for a record that was refused; it is tried again for itself, and parked for itself.
    if (data.refused !== undefined) wishes.want('customer:add')
    return planning
  },
  ReplyRequested: (wishes, planning, data) => {
    wishes.want('reply:send', String(data.thuliumMessageId), {
      ...namedIn(data.to),
      ...(data.sendAt === undefined ? {} : { notBefore: data.sendAt }),
    })
    if (data.leftOut?.length) wishes.tell({ about: 'left-out', thuliumMessageId: data.thuliumMessageId })
    if (data.chosenBy !== undefined) wishes.tell({ about: 'recipients', thuliumMessageId: data.thuliumMessageId })
    return planning
  },
  ReplySent: (wishes, planning, data) => {
    // What was written elsewhere does not stand in the ticket yet.
    if (isFromConsole(data)) wishes.tell({ about: 'answered', thuliumMessageId: data.thuliumMessageId })
    return planning
  },
  CommentWritten: (wishes, planning, data) => {
    wishes.tell({ about: 'written', commentId: data.commentId })
    return planning
  },
  ReplyRefused: (wishes, planning, data) => {
    wishes.tell({ about: 'refused', thuliumMessageId: data.thuliumMessageId })
    return planning
  },
  AutoReplyRequested: (wishes, planning, data) => {
    wishes.want('auto-reply:send', autoReplySubject(data), { notBefore: data.sendAt })
    return planning
  },
  AutoReplySent: (wishes, planning, data) => {
    // The ticket was asked for by the buyer's message, so in the lane it comes before.
    const { answers, autoReplyId } = data
    wishes.want('auto-reply:mirror', autoReplySubject({ messageId: answers, autoReplyId }))
    return planning
  },
  AttachmentUnavailable: (wishes, planning, data) => {
    wishes.tell({ about: 'unavailable', effectKey: data.effectKey })
    return planning
  },
  EffectParked: (wishes, planning, data) => {
    // The agent who wrote the reply must learn, in the ticket, that the buyer has not got it.
    if (data.kind === 'reply:send' || data.kind === 'attachment:send')
      wishes.tell({ about: 'parked', effectKey: data.effectKey, attempts: data.attempts })
    return planning
  },
  ConversationRouted: nothing,
  ReplyClockChanged: nothing,
  MessageMirrored: nothing,
  ReplyCorrected: nothing,
  ReplyWithdrawn: nothing,
  AutoReplySkipped: nothing,
  AttachmentRelayed: nothing,
  CommentAdded: nothing,
  TicketReopened: nothing,
  BuyerErased: nothing,
  EffectResolved: nothing,
}

/** Which effects an event asks for. Events must come in stream order, each once. */
export function planEffects(ref: ConversationRef, before: Planning, event: ConversationEvent, revision: number): Plan {
  const wishes = createWishes(ref, revision)
  const { files, ready } = planFiles(before.files, event)
  for (const { kind, subject, ...more } of ready) wishes.want(kind, subject, more)
  const ask = asks[event.type] as (wishes: Wishes, planning: Planning, data: ConversationEvent['data']) => Planning
  const planning = ask(wishes, files === undefined ? before : { ...before, files }, event.data)
  return { planning, effects: wishes.effects }
}
