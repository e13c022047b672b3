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
  allTenants,
  conversationStream,
  integrationStream,
  operationsStream,
  tenantStream,
  type ConversationRef,
} from '@connector/domain/words'
import {
  digestOfContent,
  isChained,
  type ChainedEvent,
  type PostgresEventLog,
  type RecordedEvent,
} from '@connector/event-log'
import type { Finding, OperationContext, OperationHandler, Step } from '@connector/operations'
import {
  digestWith,
  isSigned,
  readHeads,
  upsert,
  type Query,
  type SignedHead,
  type WorkerStore,
} from '@connector/store'
import { z } from 'zod'
import { refOf } from '../projection/ref-of.ts'
import { eventsOf, isAbout } from './scope.ts'

/** Events per step: about a tenth of a second. */
const pageSize = 2_000

/** Where the log of a tenant is, as its signed heads have it. */
const chain = z.object({ events: z.number(), digest: z.string() })

const place = z.object({
  after: z.string(),
  digest: z.string(),
  events: z.number(),
  chained: z.number(),
  heads: z.number(),
  chains: z.record(z.string(), chain),
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
    if (stored.revision !== expected)
      return [
        findingOf(stored, 'revision-gap', 'An event before this one is missing, or stands behind it.', { expected }),
      ]
    // A stream of before there were digests gets them from some event on, and has them from then on.
    const begun = stored.digest !== undefined || (before?.digest ?? null) !== null
    const digestBefore = before === undefined || before.digest === null ? undefined : Buffer.from(before.digest, 'hex')
    return !begun || isChained(stored, digestBefore)
      ? []
      : [findingOf(stored, 'edited', 'The event, or the one before it, is not as it was written.', {})]
  })
  await upsert(
    db,
    'operation_streams',
    ['tenant_id', 'operation_id', 'stream_id'],
    [...last].map(([stream_id, row]) => ({ tenant_id: tenantId, operation_id: operationId, stream_id, ...row })),
  )
  return found
}

/** Compares a signed head with what the log comes to at its place. */
async function judgeHead(db: Query, head: SignedHead, chains: Place['chains']): Promise<Finding[]> {
  const { tenantId, day, position, events, keyId } = head
  const ours = chains[tenantId]
  const finding = (what: string, detail: string): Finding => ({
    ...{ what, ofTenant: tenantId, subject: `head ${day}`, detail },
    evidence: { position, events, found: ours?.events ?? 0, keyId },
    cure: 'restore the log from a backup, or ask whoever changed it',
  })
  const found: Finding[] = []
  if (!(await isSigned(db, head)))
    found.push(finding('head-not-signed', 'The signature of the head is not of any of our keys.'))
  if (ours?.digest !== head.digest.toString('hex') || ours.events !== events)
    found.push(finding('head-differs', 'The log is not what it was on the day when its head was signed.'))
  return found
}

/** Follows the log of each tenant, and compares it with its heads where it comes to them. */
async function followChains(
  db: Query,
  context: OperationContext,
  at: Place,
  events: readonly ChainedEvent[],
  range: { after: string | undefined; upTo: string | undefined },
): Promise<{ chains: Place['chains']; heads: number; findings: Finding[] }> {
  const { integrationId, threadId } = context.scope
  const isNarrowed = integrationId !== undefined || threadId !== undefined
  const heads = isNarrowed
    ? []
    : await readHeads(db, {
        ...(context.tenantId === allTenants ? {} : { tenantId: context.tenantId }),
        ...(range.after === undefined ? {} : { after: range.after }),
        ...(range.upTo === undefined ? {} : { upTo: range.upTo }),
      })
  const chains = { ...at.chains }
  const findings: Finding[] = []
  let next = 0
  const judgeUpTo = async (position: string | undefined): Promise<void> => {
    for (let head = heads[next]; head && (position === undefined || head.position < position); head = heads[next]) {
      findings.push(...(await judgeHead(db, head, chains)))
      next += 1
    }
  }
  for (const { metadata, checkpoint, digest } of events) {
    await judgeUpTo(checkpoint)
    if (!digest) continue
    const before = chains[metadata.tenantId]
    chains[metadata.tenantId] = {
      events: (before?.events ?? 0) + 1,
      digest: digestWith(before?.digest, digest),
    }
  }
  await judgeUpTo(undefined)
  return { chains, heads: heads.length, findings }
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
export function createVerify(log: PostgresEventLog, store: WorkerStore): OperationHandler {
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
        const range = { after: from?.after, upTo: goesOn ? next : undefined }
        const followed = await followChains(db, context, at, about, range)
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
