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
  both,
  conversationStream,
  integrationStream,
  operationsStream,
  tenantStream,
  type BothLanguages,
  type ConversationRef,
} from '@connector/domain/words'
import { digestOfContent, isChained, type ChainedEvent, type EventLog, type RecordedEvent } from '@connector/event-log'
import type { Finding, OperationContext, OperationHandler, Step } from '@connector/operations'
import { upsert, type Query, type WorkerStore } from '@connector/store'
import { z } from 'zod'
import { refOf } from '../projection/ref-of.ts'
import { eventsOf, isAbout } from './scope.ts'
import { chains, followHeads, fromBackup } from './verify-heads.ts'

/** Events per step: about a tenth of a second. */
const pageSize = 2_000

const place = z.object({
  after: z.string(),
  digest: z.string(),
  events: z.number(),
  chained: z.number(),
  heads: z.number(),
  chains,
})
type Place = Omit<z.infer<typeof place>, 'after'>

const beginning: Place = { digest: '', events: 0, chained: 0, heads: 0, chains: {} }

const streamOf = (event: DomainEvent, ref: ConversationRef): string =>
  isConversationEvent(event)
    ? conversationStream(ref)
    : isIntegrationEvent(event)
      ? integrationStream(ref)
      : isOperationEvent(event)
        ? operationsStream(ref.tenantId)
        : tenantStream(ref.tenantId)

const foreign = both(
  'Z treści zdarzenia wynika, że należy do innego strumienia.',
  'The event says that it belongs into another stream.',
)
const notDerived = both(
  'Identyfikator zdarzenia nie wynika z jego treści.',
  'The id of the event does not follow from what it says.',
)
const gap = both(
  'Brakuje zdarzenia przed tym albo stoi ono za nim.',
  'An event before this one is missing, or stands behind it.',
)
const notAsWritten = both(
  'Zdarzenie, albo to przed nim, nie jest takie, jakie zapisano.',
  'The event, or the one before it, is not as it was written.',
)
function findingOf(
  stored: RecordedEvent,
  what: Finding['what'],
  detail: BothLanguages,
  evidence: Record<string, unknown>,
  cure = fromBackup,
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
    if (stream !== stored.streamId) found.push(findingOf(stored, 'foreign-stream', foreign, { stream }))
    const id = domainEventId(stored.streamId, event, stored.revision)
    if (id !== stored.id) found.push(findingOf(stored, 'wrong-id', notDerived, { derived: id }))
    return found
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    return [
      findingOf(
        stored,
        'unreadable',
        both(
          `Ta wersja nie umie odczytać zdarzenia ${stored.type} w wersji ${stored.schemaVersion}.`,
          `This version cannot read ${stored.type} version ${stored.schemaVersion}.`,
        ),
        {},
        both('wdróż wersję, która je zapisała', 'deploy the version that wrote it'),
      ),
    ]
  }
}

/** Compares the revisions of a page and their digests with those before, and keeps the last of each stream for the next one. */
async function gaps(
  db: Query,
  { tenantId, operationId }: OperationContext,
  events: readonly ChainedEvent[],
): Promise<Finding[]> {
  if (events.length === 0) return []
  const known = await db
    .selectFrom('operation_streams')
    .select(['stream_id', 'revision', 'digest'])
    .where('tenant_id', '=', tenantId)
    .where('operation_id', '=', operationId)
    .where('stream_id', 'in', [...new Set(events.map(({ streamId }) => streamId))])
    .execute()
  const last = new Map(known.map(({ stream_id, ...row }) => [stream_id, row]))
  const found = events.flatMap((stored) => {
    const before = last.get(stored.streamId)
    const expected = (before?.revision ?? -1) + 1
    last.set(stored.streamId, { revision: stored.revision, digest: stored.digest?.toString('hex') ?? null })
    if (stored.revision !== expected) return [findingOf(stored, 'revision-gap', gap, { expected })]
    // A stream of before there were digests gets them from some event on, and has them from then on.
    const begun = stored.digest !== undefined || (before?.digest ?? null) !== null
    const digestBefore = before === undefined || before.digest === null ? undefined : Buffer.from(before.digest, 'hex')
    return !begun || isChained(stored, digestBefore) ? [] : [findingOf(stored, 'edited', notAsWritten, {})]
  })
  await upsert(
    db,
    'operation_streams',
    ['tenant_id', 'operation_id', 'stream_id'],
    [...last].map(([stream_id, row]) => ({ tenant_id: tenantId, operation_id: operationId, stream_id, ...row })),
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
      const { events: page, next } = await log.readChain(from?.after, pageSize)
      const about = page.filter((event) => isAbout(context, event))
      const at = from ?? beginning
      const events = at.events + about.length
      const digest = about.reduce(digestOfContent, at.digest)
      const chained = at.chained + about.filter((event) => event.digest !== undefined).length
      const total = from === undefined ? await eventsOf(store.db, context.tenantId) : undefined
      return async (db): Promise<Step> => {
        if (from === undefined) await tidyUp(db, context)
        const goesOn = page.length === pageSize && next !== undefined
        const followed = await followHeads(db, context, at.chains, about, !goesOn)
        const findings = [...about.flatMap(faultsOf), ...(await gaps(db, context, about)), ...followed.findings]
        const heads = at.heads + followed.heads
        // What is appended meanwhile is not waited for.
        if (goesOn)
          return {
            cursor: { after: next, digest, events, chained, heads, chains: followed.chains },
            ...{ done: events, total, findings },
          }
        await tidyUp(db, context)
        // Events of before there were digests are told, since nobody can say whether they were edited.
        const end = { events, chained, unchained: events - chained, headsChecked: heads, digest }
        return { cursor: undefined, done: events, total: events, findings, end }
      }
    },
  }
}
