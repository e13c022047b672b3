import type { ConversationEvent } from '@connector/domain/events'
import type { ConversationRef } from '@connector/domain/words'
import type { Row } from '@connector/store'

type HourlyCounts = Row<'hourly_counts'>

type Counter = Exclude<keyof HourlyCounts, 'tenant_id' | 'integration_id' | 'hour'>

const hourMs = 3_600_000
const dayMs = 24 * hourMs

type Waits = Pick<Row<'conversations'>, 'revision' | 'unanswered_since'>

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

/**
 * How long the buyer has waited for a person when this event ended his wait, in ms; undefined where it ended none. A message of
 * the panel is seen later than it was written.
 */
function endedWait(event: ConversationEvent, recordedAt: Date, before: Waits, after: Waits): number | undefined {
  const since = before.unanswered_since
  if (since === null || (after.unanswered_since !== null && after.unanswered_since <= since)) return undefined
  if (event.type === 'MessageReceived') return Date.parse(event.data.sentAt) - since.getTime()
  return event.type === 'ReplySent' || event.type === 'ReplyClockChanged'
    ? recordedAt.getTime() - since.getTime()
    : undefined
}

/**
 * Adds an event to the hour in which it was recorded.
 * @param before the conversation as it was, of revision -1 where it begins with this event
 */
export function countEvent(
  hours: Map<string, HourlyCounts>,
  { tenantId, integrationId }: ConversationRef,
  event: ConversationEvent,
  recordedAt: Date,
  before: Waits,
  after: Waits,
): void {
  const counter = counterOf(event.type)
  const waited = endedWait(event, recordedAt, before, after)
  const opens = before.revision < 0
  if (counter === undefined && waited === undefined && !opens) return
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
    answered: 0,
    answered_in_day: 0,
  }
  if (counter !== undefined) counts[counter] += 1
  if (opens) counts.conversations += 1
  if (waited !== undefined) {
    counts.answered += 1
    if (waited <= dayMs) counts.answered_in_day += 1
  }
  hours.set(key, counts)
}
