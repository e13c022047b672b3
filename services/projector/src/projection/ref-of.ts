import type { ConversationRef } from '@connector/domain/words'
import { storedText, type RecordedEvent } from '@connector/event-log'

/** Whom an event is about; written into its metadata when it was appended. What was not written by us may name nobody. */
export const refOf = ({ metadata }: RecordedEvent): ConversationRef => ({
  tenantId: storedText(metadata, 'tenantId'),
  integrationId: storedText(metadata, 'integrationId'),
  threadId: storedText(metadata, 'threadId'),
})
