import type { Connection, Connections } from '@connector/connections'
import { NotConnected } from '@connector/connections'
import { allTenants } from '@connector/domain/words'
import type { EventLog } from '@connector/event-log'
import type { Finding, OperationContext, OperationHandler, Step } from '@connector/operations'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'
import { recordPage, type RecordDeps } from '../empikplace/record-page.ts'
import { listChanged } from '../thulium/changed-tickets.ts'
import { createReadTicket, type ReadTicketDeps } from '../thulium/read-ticket.ts'
import type { OwnTickets } from '../thulium/tickets.ts'
import { withoutTraces } from './own-tickets.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import { findingsOf, news, notRead, unreadable } from './reread-findings.ts'

export interface RereadDeps {
  log: EventLog
  store: WorkerStore
  repository: Repository
  connections: Connections
  tickets: OwnTickets
  /** All that recording threads needs, with a memory of its own: nothing counts as seen before. */
  recording: (repository: Repository) => RecordDeps
  reading: Omit<ReadTicketDeps, 'repository'>
  now: () => Date
}

/** Threads in one call, so in one step: a live look waits for one call of ours at most. */
const threadsAtOnce = 25

/** An outside that fails is asked again this often, 15 s apart; then the integration is told as not read. */
const tries = 20
const restMs = 15_000

const ref = z.object({ tenantId: z.string(), integrationId: z.string() })

const place = z.object({
  /** The last integration that is through. */
  after: ref,
  /** The one that is being read, and how far it is. */
  current: ref
    .extend({
      part: z.enum(['threads', 'list', 'tickets']),
      pageToken: z.string().optional(),
      tickets: z.array(z.number()).default([]),
    })
    .optional(),
  threads: z.number(),
  tickets: z.number(),
  recorded: z.number(),
  notRead: z.number(),
  failures: z.number(),
})
type Place = z.infer<typeof place>
type Current = NonNullable<Place['current']>

const beginning: Place = {
  after: { tenantId: '', integrationId: '' },
  ...{ threads: 0, tickets: 0, recorded: 0, notRead: 0, failures: 0 },
}

/** What one call came to. */
type Came = { failure: Failure } | { next: Current | undefined; threads?: number; tickets?: number }

const isFinal = ({ class: kind }: Failure): boolean =>
  kind === 'credentials-rejected' || kind === 'refused' || kind === 'too-large'

/** Looks again at both outsides and records what the log lacks. A dry run asks them just the same, and records nothing. */
export function createReread(deps: RereadDeps): OperationHandler {
  const { log, store, repository, connections, tickets, now } = deps

  async function nextIntegration({ tenantId, scope }: OperationContext, after: z.infer<typeof ref>) {
    const { rows } = await sql<z.infer<typeof ref>>`
      select tenant_id as "tenantId", integration_id as "integrationId" from integrations
      where status = 'running' and (tenant_id, integration_id) > (${after.tenantId}, ${after.integrationId})
        and ${tenantId === allTenants ? sql`true` : sql`tenant_id = ${tenantId}`}
        and ${scope.integrationId === undefined ? sql`true` : sql`integration_id = ${scope.integrationId}`}
      order by tenant_id, integration_id limit 1
    `.execute(store.db)
    return rows[0]
  }

  async function readThreads(
    connection: Connection,
    { scope, signal }: OperationContext,
    current: Current,
    recorder: Recorder,
  ): Promise<Came> {
    const { startedAt } = connection.integration
    const list: Current = { ...current, part: 'list', pageToken: undefined }
    if (!startedAt) return { next: list }
    const record = (threads: Parameters<typeof recordPage>[2]) =>
      recordPage(deps.recording(recorder.repository), connection, threads, startedAt, signal)
    if (scope.threadId !== undefined) {
      const whole = await connection.empikplace.thread(scope.threadId, signal)
      if (!whole.ok) return whole
      const { failure, leftOut } = await record({ threads: [whole.value.thread], unreadable: [], isBare: false })
      const failed = failure ?? leftOut
      return failed ? { failure: failed } : { next: list, threads: 1 }
    }
    const { pageToken } = current
    const page = await connection.empikplace.threads(
      {
        ...(scope.since === undefined ? {} : { updatedSince: new Date(scope.since) }),
        ...{ withMessages: true, limit: threadsAtOnce, ...(pageToken === undefined ? {} : { pageToken }) },
      },
      signal,
    )
    if (!page.ok) return page
    const { threads, unreadable: broken, nextPageToken } = page.value
    const { failure, leftOut } = await record({ threads, unreadable: broken, isBare: false })
    const failed = failure ?? leftOut
    if (failed) return { failure: failed }
    const next = nextPageToken === undefined ? list : { ...current, pageToken: nextPageToken }
    return { next, threads: threads.length }
  }

  async function listTickets(
    connection: Connection,
    { scope, signal }: OperationContext,
    current: Current,
  ): Promise<Came> {
    const of = (ids: readonly number[]): Came => ({
      next: ids.length === 0 ? undefined : { ...current, part: 'tickets', tickets: [...ids] },
    })
    const { tenantId, integrationId } = current
    if (scope.threadId !== undefined) {
      const { state } = await repository.conversation({ tenantId, integrationId, threadId: scope.threadId })
      return of(state.ticketId === undefined ? [] : [state.ticketId])
    }
    const changed = await listChanged(connection.thulium, new Date(scope.since ?? 0), now, signal)
    if (!changed.ok) return changed
    const own = await tickets.among({ tenantId, integrationIds: [integrationId] }, [...changed.updatedAt.keys()])
    return of(own.map(({ ticketId }) => ticketId))
  }

  async function readTicket(
    connection: Connection,
    { dryRun, signal }: OperationContext,
    current: Current,
    recorder: Recorder,
  ): Promise<Came> {
    const { tenantId, integrationId } = current
    const [first, ...rest] = current.tickets
    const next = rest.length === 0 ? undefined : { ...current, tickets: rest }
    if (first === undefined) return { next }
    const [own] = await tickets.among({ tenantId, integrationIds: [integrationId] }, [first])
    if (!own) return { next }
    const traces = dryRun ? withoutTraces(tickets) : {}
    const read = createReadTicket({ ...deps.reading, ...traces, repository: recorder.repository })
    const came = await read(connection, own, signal)
    return came.ok ? { next, tickets: 1 } : came
  }

  async function go(context: OperationContext, current: Current, recorder: Recorder): Promise<Came | string> {
    try {
      const connection = await connections.get(current)
      if (current.part === 'threads') return await readThreads(connection, context, current, recorder)
      if (current.part === 'list') return await listTickets(connection, context, current)
      return await readTicket(connection, context, current, recorder)
    } catch (error) {
      if (error instanceof NotConnected) return error.message
      throw error
    }
  }

  /** One side that cannot be asked does not keep the other from being read. */
  const passOver = (current: Current): Current | undefined => {
    if (current.part === 'threads') return { ...current, part: 'list', pageToken: undefined }
    const [, ...rest] = current.tickets
    return current.part === 'list' || rest.length === 0 ? undefined : { ...current, tickets: rest }
  }

  const movedTo = (at: Place, current: Current, next: Current | undefined): Place => {
    const { tenantId, integrationId } = current
    const rest: Place = { ...at, current: undefined }
    return next ? { ...at, current: next, failures: 0 } : { ...rest, after: { tenantId, integrationId }, failures: 0 }
  }

  function failedAt(at: Place, current: Current, failure: Failure): Step {
    if (!isFinal(failure) && at.failures < tries) {
      const wait = failure.retryAt ? failure.retryAt.getTime() - now().getTime() : restMs
      return { cursor: { ...at, failures: at.failures + 1 }, restMs: Math.max(1_000, wait) }
    }
    const subject = current.part === 'tickets' ? `ticket ${current.tickets[0] ?? ''}` : current.part
    const findings = [notRead(current, subject, failure)]
    return { cursor: { ...movedTo(at, current, passOver(current)), notRead: at.notRead + 1 }, findings }
  }

  async function begin(context: OperationContext, at: Place): Promise<Step> {
    const next = await nextIntegration(context, at.after)
    const done = at.threads + at.tickets
    if (next) return { cursor: { ...at, current: { ...next, part: 'threads', tickets: [] } }, done }
    const { threads, tickets: read, recorded, notRead: missed } = at
    const result = { threads, tickets: read, [context.dryRun ? 'wouldRecord' : 'recorded']: recorded, notRead: missed }
    return { cursor: at, done, total: done, end: result }
  }

  return {
    async step(context, cursor) {
      const at = cursor === undefined ? beginning : place.parse(cursor)
      const { current } = at
      if (!current) return begin(context, at)
      const recorder = createRecorder(repository, context.causedBy, context.dryRun)
      const came = await go(context, current, recorder)
      // What was recorded is told, whatever became of the rest of the call.
      const found: Finding[] = await findingsOf(log, context, recorder)
      const broken = recorder.takeUnreadable()
      if (broken > 0) found.push(unreadable(current, broken))
      return async (db) => {
        const fresh = await news(db, context, found)
        const recorded = fresh.filter(({ what }) => what === 'recorded' || what === 'would-record').length
        const counted = { ...at, recorded: at.recorded + recorded }
        if (typeof came === 'string')
          return {
            cursor: { ...movedTo(counted, current, undefined), notRead: at.notRead + 1 },
            findings: [...fresh, notRead(current, 'integration', came)],
          }
        if ('failure' in came) {
          const step = failedAt(counted, current, came.failure)
          return { ...step, findings: [...fresh, ...(step.findings ?? [])] }
        }
        const next = movedTo(counted, current, came.next)
        const threads = next.threads + (came.threads ?? 0)
        const read = next.tickets + (came.tickets ?? 0)
        return { cursor: { ...next, threads, tickets: read }, done: threads + read, findings: fresh }
      }
    },
  }
}
