import {
  decodeEvent,
  isConversationEvent,
  isIntegrationEvent,
  isOperationEvent,
  type TenantEvent,
} from '@connector/domain/events'
import { emptyIntegration, evolveIntegration } from '@connector/domain/integration'
import type { RecordedEvent } from '@connector/event-log'
import type { Row } from '@connector/store'
import { integrationKey, noChanges, operationKey, type Changes, type Known } from './changes.ts'
import { foldConversation } from './fold-conversation.ts'
import { integrationFromJson } from './integration-json.ts'
import { foldOperation } from './operation-row.ts'
import { quarantineAt } from './quarantine.ts'
import { refOf } from './ref-of.ts'

interface GatherOptions {
  /** Whether an effect planned by this event may have been tried before: then it is looked up first. */
  rebuilding: (event: RecordedEvent) => boolean
  /** Streams that are set aside; nothing of them is folded. */
  setAside: ReadonlySet<string>
  now: Date
}

function restOf(event: TenantEvent): (Pick<Row<'tenant_rests'>, 'state'> & { reason?: string }) | undefined {
  switch (event.type) {
    case 'TenantPaused':
      return { state: 'paused', reason: event.data.reason }
    case 'TenantResumed':
      return { state: 'working' }
    case 'TenantDeleted':
      return { state: 'deleted' }
    default:
      return undefined
  }
}

/** Folds events into changes. An event that cannot be folded stops its own stream and no other. */
export function gatherChanges(
  events: readonly RecordedEvent[],
  known: Known,
  { rebuilding, setAside, now }: GatherOptions,
): Changes {
  const changes = noChanges()

  const fold = (stored: RecordedEvent): void => {
    const event = decodeEvent(stored)
    const ref = refOf(stored)
    if (isConversationEvent(event)) {
      foldConversation(changes, known.conversations, stored, ref, event, rebuilding(stored))
    } else if (isIntegrationEvent(event)) {
      const key = integrationKey(ref.tenantId, ref.integrationId)
      const row = changes.integrations.get(key) ?? known.integrations.get(key)
      if (row && row.revision >= stored.revision) return
      const before = changes.integrations.get(key)?.state ?? (row && integrationFromJson(row.state))
      changes.integrations.set(key, {
        tenant_id: ref.tenantId,
        integration_id: ref.integrationId,
        state: evolveIntegration(before ?? emptyIntegration, event, stored.recordedAt),
        changed_at: stored.recordedAt,
        revision: stored.revision,
      })
    } else if (isOperationEvent(event)) {
      const key = operationKey(ref.tenantId, event.data.operationId)
      const before = changes.operations.get(key) ?? known.operations.get(key)
      const row = foldOperation(ref.tenantId, before, event, stored.recordedAt)
      if (row) changes.operations.set(key, row)
    } else if (event.type === 'ThuliumConnected') {
      changes.tenants.set(ref.tenantId, {
        tenant_id: ref.tenantId,
        connection: event.data,
        revision: stored.revision,
      })
    } else {
      const rest = restOf(event)
      if (rest)
        changes.rests.set(ref.tenantId, { tenant_id: ref.tenantId, reason: null, ...rest, since: stored.recordedAt })
    }
  }

  for (const stored of events) {
    if (setAside.has(stored.streamId) || changes.quarantined.has(stored.streamId)) continue
    try {
      fold(stored)
    } catch (error) {
      changes.quarantined.set(stored.streamId, quarantineAt(stored, error, now))
    }
  }
  return changes
}
