import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../ids.ts'
import { effectKey, laneOf, type EffectKind, type Lane } from './kinds.ts'

/** One wish for a write to an outside API, before it is tried. */
export interface PlannedEffect {
  key: string
  kind: EffectKind
  lane: Lane
  /** Place in the lane: the revision of the event that asked for it, then its place among that event's effects. */
  seq: number
  /** What the effect is about within the conversation: a message id, a Thulium message id, a key; '' for the conversation. */
  subject: string
}

/** All that planning needs to remember of a conversation. */
export interface Planning {
  ticketPlanned: boolean
  /** Messages that wait for a reason to open a ticket, oldest first. */
  held: readonly string[]
}

export const emptyPlanning: Planning = { ticketPlanned: false, held: [] }

export interface Plan {
  planning: Planning
  effects: PlannedEffect[]
}

/** A thread holds at most 1000 messages (EmpikPlace, M12), so an event never asks for more effects than this. */
const maxEffectsPerEvent = 1024

/** Which effects an event asks for. Events must come in stream order, each once. */
export function planEffects(
  ref: ConversationRef,
  planning: Planning,
  event: ConversationEvent,
  revision: number,
): Plan {
  const effects: PlannedEffect[] = []
  const want = (kind: EffectKind, subject = ''): void => {
    effects.push({
      key: effectKey(kind, ref.integrationId, ref.threadId, subject),
      kind,
      lane: laneOf(kind),
      seq: revision * maxEffectsPerEvent + effects.length,
      subject,
    })
  }

  switch (event.type) {
    case 'MessageReceived': {
      const { messageId, opensTicket } = event.data
      if (planning.ticketPlanned) {
        want('message:mirror', messageId)
        return { planning, effects }
      }
      const held = [...planning.held, messageId]
      if (!opensTicket) return { planning: { ticketPlanned: false, held }, effects }
      want('customer:link')
      want('ticket:create')
      // The ticket itself carries the first message.
      for (const id of held.slice(1)) want('message:mirror', id)
      return { planning: { ticketPlanned: true, held: [] }, effects }
    }
    case 'ReplyRequested':
      want('reply:send', String(event.data.thuliumMessageId))
      // Files of agents are not passed on yet, and must never be dropped in silence.
      if (event.data.attachmentNames.length > 0) want('comment:add', `attachments:${event.data.thuliumMessageId}`)
      return { planning, effects }
    case 'ReplyRefused':
      want('comment:add', `refused:${event.data.thuliumMessageId}`)
      return { planning, effects }
    case 'EffectParked':
      // The agent who wrote the reply must learn, in the ticket, that the buyer has not got it.
      if (event.data.kind === 'reply:send') want('comment:add', `parked:${event.data.effectKey}:${event.data.attempts}`)
      return { planning, effects }
    default:
      return { planning, effects }
  }
}

/** Keys that an event settles for good. */
export function settledBy(event: ConversationEvent, ref: ConversationRef): string[] {
  switch (event.type) {
    case 'CustomerLinked':
    case 'TicketCreated':
    case 'MessageMirrored':
    case 'ReplySent':
    case 'CommentAdded':
    case 'CustomerLeftOutside':
    case 'AutoReplySent':
    case 'AutoReplySkipped':
    case 'AttachmentRelayed':
    case 'AttachmentUnavailable':
      return [event.data.effectKey]
    case 'ReplyRefused':
      return [effectKey('reply:send', ref.integrationId, ref.threadId, String(event.data.thuliumMessageId))]
    case 'EffectResolved':
      return event.data.resolution === 'dismiss' ? [event.data.effectKey] : []
    default:
      return []
  }
}
