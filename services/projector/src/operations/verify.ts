import { createHash } from 'node:crypto'
import {
  decodeEvent,
  domainEventId,
  isConversationEvent,
  isIntegrationEvent,
  isOperationEvent,
  UnreadableEvent,
  type DomainEvent,
} from '@connector/domain/events'
import {
  conversationStream,
  integrationStream,
  operationsStream,
  tenantStream,
  type ConversationRef,
} from '@connector/domain/words'
import type { EventLog, Json, RecordedEvent } from '@connector/event-log'
import type { Finding, OperationContext, OperationHandler, Step } from '@connector/operations'
import { upsert, type Query, type WorkerStore } from '@connector/store'
import { z } from 'zod'
import { refOf } from '../projection/ref-of.ts'
import { eventsOf, isAbout } from './scope.ts'

/** Events per step: about a tenth of a second. */
const pageSize = 2_000

const place = z.object({ after: z.string(), digest: z.string(), events: z.number() })

const sorted = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key] ?? null)]),
        )
      : value

/** Of an event and of all before it; a log keeps no order of keys, so they are sorted. */
const digestAfter = (before: string, event: RecordedEvent): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        before,
        event.streamId,
        event.revision,
        event.id,
        event.type,
        event.schemaVersion,
        sorted(event.data),
        sorted(event.metadata),
        event.recordedAt.toISOString(),
      ]),
    )
    .digest('hex')

const streamOf = (event: DomainEvent, ref: ConversationRef): string =>
  isConversationEvent(event)
    ? conversationStream(ref)
    : isIntegrationEvent(event)
      ? integrationStream(ref)
      : isOperationEvent(event)
        ? operationsStream(ref.tenantId)
        : tenantStream(ref.tenantId)

function findingOf(
  stored: RecordedEvent,
  what: string,
  detail: string,
  evidence: Record<string, unknown>,
  cure = 'restore the log from a backup, or ask whoever changed it',
): Finding {
  const { tenantId, integrationId, threadId } = refOf(stored)
  return {
    what,
    ofTenant: tenantId,
    integrationId: integrationId === '' ? undefined : integrationId,
    threadId: threadId === '' ? undefined : threadId,
    subject: `${stored.streamId}@${stored.revision}`,
    detail,
    evidence: { eventId: stored.id, type: stored.type, schemaVersion: stored.schemaVersion, ...evidence },
    cure,
  }
}

/** What is wrong with one event by itself. */
function faultsOf(stored: RecordedEvent): Finding[] {
  try {
    const event = decodeEvent(stored)
    const found: Finding[] = []
    const stream = streamOf(event, refOf(stored))
    if (stream !== stored.streamId)
      found.push(findingOf(stored, 'foreign-stream', 'The event says that it belongs into another stream.', { stream }))
    const id = domainEventId(stored.streamId, event, stored.revision)
    if (id !== stored.id)
      found.push(
        findingOf(stored, 'wrong-id', 'The id of the event does not follow from what it says.', { derived: id }),
      )
    return found
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    return [
      findingOf(
        stored,
        'unreadable',
        `This version cannot read ${stored.type} version ${stored.schemaVersion}.`,
        {},
        'deploy the version that wrote it',
      ),
    ]
  }
}

/** Compares the revisions of a page with those before it, and keeps the last of each stream for the next one. */
async function gaps(
  db: Query,
  { tenantId, operationId }: OperationContext,
  events: readonly RecordedEvent[],
): Promise<Finding[]> {
  if (events.length === 0) return []
  const known = await db
    .selectFrom('operation_streams')
    .select(['stream_id', 'revision'])
    .where('tenant_id', '=', tenantId)
    .where('operation_id', '=', operationId)
    .where('stream_id', 'in', [...new Set(events.map(({ streamId }) => streamId))])
    .execute()
  const last = new Map(known.map((row) => [row.stream_id, row.revision]))
  const found = events.flatMap((stored) => {
    const expected = (last.get(stored.streamId) ?? -1) + 1
    last.set(stored.streamId, stored.revision)
    return stored.revision === expected
      ? []
      : [findingOf(stored, 'revision-gap', 'An event before this one is missing, or stands behind it.', { expected })]
  })
  await upsert(
    db,
    'operation_streams',
    ['tenant_id', 'operation_id', 'stream_id'],
    [...last].map(([stream_id, revision]) => ({ tenant_id: tenantId, operation_id: operationId, stream_id, revision })),
  )
  return found
}

/** Of this operation, and of those that were cancelled or ended before they had tidied up. */
async function tidyUp(db: Query, { operationId }: OperationContext): Promise<void> {
  await db
    .deleteFrom('operation_streams')
    .where((eb) =>
      eb.or([
        eb('operation_id', '=', operationId),
        eb.not(
          eb.exists(
            eb
              .selectFrom('operations as o')
              .select('o.operation_id')
              .whereRef('o.operation_id', '=', 'operation_streams.operation_id')
              .where('o.status', '=', 'open'),
          ),
        ),
      ]),
    )
    .execute()
}

/** Reads the log from beginning to end and says what in it cannot be right. Writes nothing, dry run or not. */
export function createVerify(log: EventLog, store: WorkerStore): OperationHandler {
  return {
    async step(context, cursor) {
      const from = cursor === undefined ? undefined : place.parse(cursor)
      const { events: page, next } = await log.readAll(from?.after, pageSize)
      const about = page.filter((event) => isAbout(context, event))
      const events = (from?.events ?? 0) + about.length
      const digest = about.reduce(digestAfter, from?.digest ?? '')
      const total = from === undefined ? await eventsOf(store.db, context.tenantId) : undefined
      return async (db): Promise<Step> => {
        if (from === undefined) await tidyUp(db, context)
        const findings = [...about.flatMap(faultsOf), ...(await gaps(db, context, about))]
        // What is appended meanwhile is not waited for.
        if (page.length === pageSize && next !== undefined)
          return { cursor: { after: next, digest, events }, done: events, total, findings }
        await tidyUp(db, context)
        return { cursor: undefined, done: events, total: events, findings, end: { events, digest } }
      }
    },
  }
}
