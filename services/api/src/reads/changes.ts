import { accountChanges, integrationChanges, type AuditedEvent } from '@connector/domain/audit'
import { decodeEvent, isIntegrationEvent, isTenantEvent, type DomainEvent } from '@connector/domain/events'
import { integrationStream, tenantStream, type IntegrationRef } from '@connector/domain/words'
import type { RecordedEvent, StreamLog } from '@connector/event-log'
import { z } from 'zod'
import type { ChangeView } from '../schemas/change.ts'

function audited<E extends DomainEvent>(
  recorded: readonly RecordedEvent[],
  accepts: (event: DomainEvent) => event is E,
): AuditedEvent<E>[] {
  return recorded.flatMap((stored) => {
    const event = decodeEvent(stored)
    const { actor = null, causationId = null, keyId, keyName = '' } = stored.metadata
    const by = keyId === undefined ? null : { keyId, name: keyName }
    return accepts(event) ? [{ event, at: stored.recordedAt, actor, by, causedBy: causationId }] : []
  })
}

/** Everything in settings is JSON: it came from the log. */
const toJson = (value: unknown) => z.json().parse(value)

/** Changes of an integration and of its Thulium account, newest first. */
export async function readChanges(log: StreamLog, ref: IntegrationRef): Promise<ChangeView[]> {
  const streams = [integrationStream(ref), tenantStream(ref.tenantId)] as const
  const [ofIntegration, ofAccount] = await Promise.all(streams.map((stream) => log.readStream(stream)))
  return [
    ...integrationChanges(audited(ofIntegration ?? [], isIntegrationEvent)),
    ...accountChanges(audited(ofAccount ?? [], isTenantEvent)),
  ]
    .reverse()
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, fields, ...change }) => ({
      ...change,
      at: at.toISOString(),
      fields: fields.map(({ path, from, to }) => ({ path, from: toJson(from), to: toJson(to) })),
    }))
}
