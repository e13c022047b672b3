import type { ConversationEvent } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import type { Row } from '@connector/store'

type HourlyCounts = Row<'hourly_counts'>

type Counter = Exclude<keyof HourlyCounts, 'tenant_id' | 'integration_id' | 'hour'>

const hourMs = 3_600_000

const counterOf = (type: ConversationEvent['type']): Counter | undefined => {
  switch (type) {
    case 'MessageReceived':
      return 'messages'
    case 'ReplyRequested':
      return 'replies_requested'
    case 'ReplySent':
      return 'replies_sent'
    case 'TicketCreated':
      return 'tickets'
    case 'EffectParked':
      return 'parked'
    default:
      return undefined
  }
}

/** Adds an event to the hour in which it was recorded. @param opens whether the conversation begins with it */
export function countEvent(
  hours: Map<string, HourlyCounts>,
  { tenantId, integrationId }: ConversationRef,
  { type }: ConversationEvent,
  recordedAt: Date,
  opens: boolean,
): void {
  const counter = counterOf(type)
  if (counter === undefined && !opens) return
  const hour = new Date(Math.floor(recordedAt.getTime() / hourMs) * hourMs)
  const key = `${tenantId}/${integrationId}/${hour.getTime()}`
  const counts = hours.get(key) ?? {
    tenant_id: tenantId,
    integration_id: integrationId,
    hour,
    conversations: 0,
    messages: 0,
    replies_requested: 0,
    replies_sent: 0,
    tickets: 0,
    parked: 0,
  }
  if (counter !== undefined) counts[counter] += 1
  if (opens) counts.conversations += 1
  hours.set(key, counts)
}
