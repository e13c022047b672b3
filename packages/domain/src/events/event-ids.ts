import { isConversationEvent, type ConversationEvent, type DomainEvent } from './event-types.ts'
import { eventId } from '../words/ids.ts'

/** Id of an event at the place it takes in its stream. */
export const domainEventId = (streamId: string, event: DomainEvent, revision: number): string =>
  isConversationEvent(event)
    ? conversationEventId(streamId, event, revision)
    : eventId(streamId, event.type, String(revision))

function conversationEventId(streamId: string, event: ConversationEvent, revision: number): string {
  switch (event.type) {
    case 'MessageReceived':
      return eventId(streamId, event.type, event.data.messageId)
    case 'ReplyRequested':
    case 'ReplyRefused':
      return eventId(streamId, event.type, String(event.data.thuliumMessageId))
    case 'AutoReplyRequested':
      return eventId(streamId, event.type, `${event.data.messageId}/${event.data.autoReplyId}`)
    case 'TicketLost':
      return eventId(streamId, event.type, String(event.data.ticketId))
    case 'TicketReopenRequested':
      return eventId(streamId, event.type, String(event.data.entryId))
    case 'CustomerLinked':
    case 'CustomerNamed':
    case 'CustomerLeftOutside':
    case 'TicketCreated':
    case 'TicketUpdated':
    case 'TicketReopened':
    case 'MessageMirrored':
    case 'ReplySent':
    case 'AutoReplySent':
    case 'AutoReplySkipped':
    case 'AttachmentRelayed':
    case 'AttachmentUnavailable':
    case 'CommentAdded':
      return eventId(streamId, event.type, event.data.effectKey)
    // These may happen again with the same content (an order returns to an earlier state), so the place tells them apart.
    case 'OrderRecorded':
    case 'ConversationRouted':
    case 'ReplyClockChanged':
    case 'CustomerAdditionRequested':
    case 'EffectParked':
    case 'EffectResolved':
      return eventId(streamId, event.type, String(revision))
  }
}
