import type { Connection, Connections } from '@connector/connections'
import type { EventLog } from '@connector/event-log'
import type { OperationContext } from '@connector/operations'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import type { WorkerStore } from '@connector/store'
import { recordPage, type RecordDeps } from '../empikplace/record-page.ts'
import { listChanged } from '../thulium/changed-tickets.ts'
import { createReadTicket, type ReadTicketDeps } from '../thulium/read-ticket.ts'
import type { OwnTickets } from '../thulium/tickets.ts'
import { behindPage, inSmallerPages, leftList, pageOf } from './list-place.ts'
import { withoutTraces } from './own-tickets.ts'
import type { Recorder } from './recorder.ts'
import type { Current } from './reread-place.ts'

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

/** What one call came to. */
export type Came = { failure: Failure } | { next: Current | undefined; threads?: number; tickets?: number }

/** One page of threads, or the one that was asked for. */
export async function readThreads(
  deps: RereadDeps,
  connection: Connection,
  { scope, signal }: OperationContext,
  current: Current,
  recorder: Recorder,
): Promise<Came> {
  const { startedAt } = connection.integration
  const list: Current = { ...current, ...leftList, part: 'list' }
  if (!startedAt) return { next: list }
  const record = (threads: Parameters<typeof recordPage>[2]) =>
    recordPage(deps.recording(recorder.repository), connection, threads, startedAt, signal)
  if (scope.threadId !== undefined) {
    const whole = await connection.empikplace.thread(scope.threadId, signal)
    if (!whole.ok) return whole
    const { leftOut } = await record({ threads: [whole.value.thread], unreadable: [], isBare: false })
    return leftOut ? { failure: leftOut } : { next: list, threads: 1 }
  }
  const page = await connection.empikplace.threads(
    {
      ...(scope.since === undefined ? {} : { updatedSince: new Date(scope.since) }),
      ...{ withMessages: true, ...pageOf(current) },
    },
    signal,
  )
  if (!page.ok) {
    const smaller = inSmallerPages(current, page.failure)
    return smaller ? { next: smaller } : page
  }
  const { threads, unreadable: broken, nextPageToken } = page.value
  const { leftOut } = await record({ threads, unreadable: broken, isBare: false })
  if (leftOut) return { failure: leftOut }
  const next = nextPageToken === undefined ? list : behindPage(current, nextPageToken)
  return 'class' in next ? { failure: next } : { next, threads: threads.length }
}

/** Which tickets are to be read. */
export async function listTickets(
  { repository, tickets, now }: RereadDeps,
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

/** The first of those tickets. */
export async function readTicket(
  deps: RereadDeps,
  connection: Connection,
  { dryRun, signal }: OperationContext,
  current: Current,
  recorder: Recorder,
): Promise<Came> {
  const { tickets } = deps
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
