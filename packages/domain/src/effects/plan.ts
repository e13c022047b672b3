import { autoReplySubject } from './auto-reply-key.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../words/ids.ts'
import { commentSubject, type CommentSubject } from './comment-subject.ts'
import { effectKey, parseEffectKey } from './effect-key.ts'
import { laneOf, type EffectKind, type Lane } from './kinds.ts'
import { isFromConsole } from '../words/console-ids.ts'
import { namedIn, planFiles, type PlannedFiles } from './plan-files.ts'
import type { Readers } from '../words/readers.ts'

/** One wish for a write to an outside API, before it is tried. */
export interface PlannedEffect {
  key: string
  kind: EffectKind
  lane: Lane
  /** Place in the lane: the revision of the event that asked for it, then its place among that event's effects. */
  seq: number
  /** What the effect is about within the conversation: a message id, a Thulium message id, a key; '' for the conversation. */
  subject: string
  /** Who gets it at EmpikPlace, as far as it is recorded. */
  readers?: Readers
  /** When it is due, where that is later than the event that asked for it (ISO 8601). */
  notBefore?: string
}

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

/** A thread holds at most 1000 messages (EmpikPlace, M12), so an event never asks for more effects than this. */
const maxEffectsPerEvent = 1024

/** Subject of the `ticket:update` that tries again what was refused when the ticket was made. */
export const refusedFields = 'refused-fields'

/** Which effects an event asks for. Events must come in stream order, each once. */
export function planEffects(ref: ConversationRef, before: Planning, event: ConversationEvent, revision: number): Plan {
  const effects: PlannedEffect[] = []
  const want = (kind: EffectKind, subject = '', more: Pick<PlannedEffect, 'notBefore' | 'readers'> = {}): void => {
    effects.push({
      key: effectKey(kind, ref.integrationId, ref.threadId, subject),
      kind,
      lane: laneOf(kind),
      seq: revision * maxEffectsPerEvent + effects.length,
      subject,
      ...more,
    })
  }

  const tell = (subject: CommentSubject): void => {
    want('comment:add', commentSubject(subject))
  }

  /** The ticket shows the orders as they are now, and says so in words of each that it was made without. */
  const withOrders = (next: Planning): Plan => {
    const { orders, ordersInTicket } = next
    if (ordersInTicket === null || ordersInTicket >= orders.length) return { planning: next, effects }
    want('ticket:update', String(orders.length))
    const told = new Set(orders.slice(0, ordersInTicket))
    for (const id of new Set(orders.slice(ordersInTicket)))
      if (!told.has(id)) tell({ about: 'order', recording: orders.lastIndexOf(id) + 1 })
    return { planning: { ...next, ordersInTicket: orders.length }, effects }
  }

  const { files, ready } = planFiles(before.files, event)
  for (const { kind, subject, ...more } of ready) want(kind, subject, more)
  const planning: Planning = files === undefined ? before : { ...before, files }

  switch (event.type) {
    case 'MessageReceived': {
      const { messageId, opensTicket } = event.data
      if (planning.ticketPlanned) {
        want('message:mirror', messageId)
        return { planning, effects }
      }
      const held = [...planning.held, messageId]
      if (!opensTicket) return { planning: { ...planning, held }, effects }
      want('customer:link')
      want('ticket:create')
      // The ticket itself carries the first message.
      for (const id of held.slice(1)) want('message:mirror', id)
      return { planning: { ...planning, ticketPlanned: true, held: [] }, effects }
    }
    case 'OrderRecorded':
      if (planning.nameless) want('customer:name')
      return withOrders({ ...planning, orders: [...planning.orders, event.data.orderId], nameless: false })
    case 'TicketCreated':
      if (event.data.fieldsRefused?.length) want('ticket:update', refusedFields)
      return withOrders({ ...planning, ordersInTicket: event.data.orders })
    case 'TicketReopenRequested': {
      const { entryId, statusId } = event.data
      if (statusId === undefined) tell({ about: 'closed', entryId })
      else want('ticket:reopen', String(entryId))
      return { planning, effects }
    }
    case 'TicketLost': {
      if (event.data.mergedInto !== undefined) return { planning, effects }
      return { planning: { ...planning, ordersInTicket: null }, effects }
    }
    case 'CustomerLinked':
      if (parseEffectKey(ref, event.data.effectKey)?.kind === 'customer:add') tell({ about: 'customer-added' })
      if (event.data.hits > 1) tell({ about: 'customer-hits' })
      if (event.data.shortened === true) tell({ about: 'customer-shortened' })
      if (!event.data.placeholder || planning.orders.length === 0)
        return { planning: { ...planning, nameless: event.data.placeholder }, effects }
      want('customer:name')
      return { planning, effects }
    case 'CustomerNamed':
      if (event.data.shortened === true) tell({ about: 'customer-shortened' })
      return { planning, effects }
    case 'CustomerAdditionRequested':
      want('customer:add')
      return { planning, effects }
    case 'CustomerLeftOutside':
      // The ticket does not wait for a record that was refused; it is tried again for itself, and parked for itself.
      if (event.data.refused !== undefined) want('customer:add')
      return { planning, effects }
    case 'ReplyRequested':
      want('reply:send', String(event.data.thuliumMessageId), {
        ...namedIn(event.data.to),
        ...(event.data.sendAt === undefined ? {} : { notBefore: event.data.sendAt }),
      })
      if (event.data.leftOut?.length) tell({ about: 'left-out', thuliumMessageId: event.data.thuliumMessageId })
      if (event.data.chosenBy !== undefined)
        tell({ about: 'recipients', thuliumMessageId: event.data.thuliumMessageId })
      return { planning, effects }
    case 'ReplySent':
      // What was written elsewhere does not stand in the ticket yet.
      if (isFromConsole(event.data)) tell({ about: 'answered', thuliumMessageId: event.data.thuliumMessageId })
      return { planning, effects }
    case 'CommentWritten':
      tell({ about: 'written', commentId: event.data.commentId })
      return { planning, effects }
    case 'ReplyRefused':
      tell({ about: 'refused', thuliumMessageId: event.data.thuliumMessageId })
      return { planning, effects }
    case 'AutoReplyRequested':
      want('auto-reply:send', autoReplySubject(event.data), { notBefore: event.data.sendAt })
      return { planning, effects }
    case 'AutoReplySent': {
      // The ticket was asked for by the buyer's message, so in the lane it comes before.
      const { answers, autoReplyId } = event.data
      want('auto-reply:mirror', autoReplySubject({ messageId: answers, autoReplyId }))
      return { planning, effects }
    }
    case 'AttachmentUnavailable':
      tell({ about: 'unavailable', effectKey: event.data.effectKey })
      return { planning, effects }
    case 'EffectParked':
      // The agent who wrote the reply must learn, in the ticket, that the buyer has not got it.
      if (event.data.kind === 'reply:send' || event.data.kind === 'attachment:send')
        tell({ about: 'parked', effectKey: event.data.effectKey, attempts: event.data.attempts })
      return { planning, effects }
    default:
      return { planning, effects }
  }
}
