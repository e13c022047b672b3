import type { ConversationRef } from '@connector/domain/words'
import type { RecordedEvent } from '@connector/event-log'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whom an event is about; written into its metadata when it was appended. */
export function refOf(event: RecordedEvent): ConversationRef {
  const { tenantId, integrationId, threadId } = event.metadata
  return { tenantId, integrationId: text(integrationId), threadId: text(threadId) }
}
