import { Readable } from 'node:stream'
import type { OperationScope } from '@connector/domain/events'
import { findingSubject, findingTitle } from '@connector/domain/reconcile'
import { operationTitle, type Operation, type OperationKind } from '@connector/domain/operations'
import { allTenants, both } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import type { Row, Tables, TenantStore } from '@connector/store'
import { sql, type Transaction } from 'kysely'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import { csvHead, csvLine } from '../schemas/finding-csv.ts'
import type { FindingView, OperationView } from '../schemas/operation.ts'

type RunRow = Row<'operation_runs'>
type Asked = Pick<
  Operation,
  | 'operationId'
  | 'kind'
  | 'scope'
  | 'dryRun'
  | 'requestedAt'
  | 'requestedBy'
  | 'reason'
  | 'status'
  | 'endedAt'
  | 'result'
  | 'failure'
  | 'cancelledBy'
>

const text = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

function progressOf(isOpen: boolean, run: RunRow | undefined): OperationView['progress'] {
  if (!run) return { done: 0, total: null, perSecond: null, estimatedEndAt: null }
  const { done, total, started_at: startedAt, updated_at: updatedAt } = run
  const ms = updatedAt.getTime() - startedAt.getTime()
  const perSecond = ms > 0 ? Math.round((done / ms) * 100_000) / 100 : null
  const leftMs = total !== null && perSecond !== null && perSecond > 0 ? ((total - done) / perSecond) * 1000 : null
  const end = isOpen && leftMs !== null ? new Date(updatedAt.getTime() + Math.max(0, leftMs)) : null
  return { done, total, perSecond, estimatedEndAt: text(end) }
}

function viewOf(tenantId: string, asked: Asked, run: RunRow | undefined): OperationView {
  const { operationId, kind, scope, status } = asked
  const isOpen = status === 'open'
  return {
    operationId,
    tenantId: tenantId === allTenants ? null : tenantId,
    kind,
    what: operationTitle(kind),
    scope: {
      integrationId: scope.integrationId ?? null,
      threadId: scope.threadId ?? null,
      since: scope.since ?? null,
      until: scope.until ?? null,
      effectKinds: scope.effectKinds ?? null,
      codes: scope.codes ?? null,
      share: scope.share ?? null,
      repair: scope.repair ?? false,
      customerId: scope.customerId ?? null,
    },
    dryRun: asked.dryRun,
    state: status !== 'open' ? status : run?.owner ? 'running' : 'waiting',
    requestedAt: asked.requestedAt.toISOString(),
    requestedBy: asked.requestedBy,
    reason: asked.reason ?? null,
    startedAt: text(run?.started_at),
    endedAt: text(asked.endedAt),
    progress: progressOf(isOpen, run),
    findings: run?.findings ?? 0,
    result: asked.result ?? null,
    failure: asked.failure ?? (isOpen ? (run?.fault ?? null) : null),
    cancelledBy: asked.cancelledBy ?? null,
  }
}

const askedOf = (row: Row<'operations'>): Asked => ({
  operationId: row.operation_id,
  kind: row.kind,
  scope: row.scope as OperationScope,
  dryRun: row.dry_run,
  requestedAt: row.requested_at,
  requestedBy: row.requested_by,
  ...(row.reason === null ? {} : { reason: row.reason }),
  status: row.status as Operation['status'],
  ...(row.ended_at ? { endedAt: row.ended_at } : {}),
  ...(row.result ? { result: row.result } : {}),
  ...(row.failure === null ? {} : { failure: row.failure }),
  ...(row.cancelled_by === null ? {} : { cancelledBy: row.cancelled_by }),
})

const runsOf = (db: Transaction<Tables>, tenantId: string, ids: readonly string[]): Promise<RunRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('operation_runs')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('operation_id', 'in', [...ids])
        .execute()

/** The newest first, as far as the read models are. @param tenantId or `allTenants` */
export function listOperations(
  store: TenantStore,
  tenantId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<OperationView>> {
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  return store.inTenant(tenantId, async (db) => {
    const { rows } = await sql<Row<'operations'>>`
      select * from operations where tenant_id = ${tenantId}
        ${after ? sql`and (requested_at < ${after.at} or (requested_at = ${after.at} and operation_id > ${after.key}))` : sql``}
      order by requested_at desc, operation_id limit ${limit + 1}
    `.execute(db)
    const runs = await runsOf(
      db,
      tenantId,
      rows.map((row) => row.operation_id),
    )
    const runOf = new Map(runs.map((run) => [run.operation_id, run]))
    return toPage(
      rows,
      limit,
      (row) => viewOf(tenantId, askedOf(row), runOf.get(row.operation_id)),
      (row) => ({ at: row.requested_at, key: row.operation_id }),
    )
  })
}

/** As the log says: one that was just asked for is there at once. */
export async function readOperation(
  { store, repository }: { store: TenantStore; repository: Repository },
  tenantId: string,
  operationId: string,
): Promise<OperationView | undefined> {
  const operation = (await repository.operationsSoFar(tenantId)).state.operations.get(operationId)
  if (!operation) return undefined
  const [run] = await store.inTenant(tenantId, (db) => runsOf(db, tenantId, [operationId]))
  return viewOf(tenantId, operation, run)
}

const findingOf = (row: Row<'operation_findings'>): FindingView => ({
  place: row.place,
  what: row.what,
  title: findingTitle(row.what),
  tenantId: row.of_tenant,
  integrationId: row.integration_id,
  threadId: row.thread_id,
  subject: row.subject,
  detail: row.detail,
  evidence: row.evidence,
  cure: row.cure,
  texts: {
    subject: findingSubject(row.subject),
    detail: both(row.detail_pl ?? row.detail, row.detail),
    cure: row.cure === null ? null : both(row.cure_pl ?? row.cure, row.cure),
  },
})

export function readFindings(
  store: TenantStore,
  tenantId: string,
  operationId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<FindingView>> {
  const after = cursor === undefined ? -1 : Number(fromCursor(cursor).key)
  return store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('operation_findings')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('operation_id', '=', operationId)
      .where('place', '>', Number.isInteger(after) ? after : -1)
      .orderBy('place')
      .limit(limit + 1)
      .execute()
    return toPage(rows, limit, findingOf, ({ place }) => ({ at: new Date(0), key: String(place) }))
  })
}

/** Findings read at once while they are sent as a file. */
const pageOfFile = 1_000

export async function* allFindings(
  store: TenantStore,
  tenantId: string,
  operationId: string,
): AsyncGenerator<FindingView> {
  let cursor: string | undefined
  do {
    const page = await readFindings(store, tenantId, operationId, { limit: pageOfFile, cursor })
    yield* page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

async function* lines(
  findings: AsyncIterable<FindingView>,
  as: 'ndjson' | 'csv',
  shown: (finding: FindingView) => FindingView,
): AsyncGenerator<string> {
  if (as === 'csv') yield `${csvHead}\r\n`
  for await (const found of findings) {
    const finding = shown(found)
    yield as === 'csv' ? `${csvLine(finding)}\r\n` : `${JSON.stringify(finding)}\n`
  }
}

/** All findings as a file, read while it is sent. */
export const findingsAsFile = (
  store: TenantStore,
  tenantId: string,
  operationId: string,
  as: 'ndjson' | 'csv',
  shown: (finding: FindingView) => FindingView,
): Readable => Readable.from(lines(allFindings(store, tenantId, operationId), as, shown))

/** Whether a parked write of the tenant fits the scope. */
export const anythingParked = (
  store: TenantStore,
  tenantId: string,
  { integrationId, threadId, since, until, effectKinds, codes }: OperationScope,
): Promise<boolean> =>
  store.inTenant(tenantId, async (db) => {
    const conditions = [
      sql`tenant_id = ${tenantId} and state = 'parked'`,
      ...(integrationId === undefined ? [] : [sql`integration_id = ${integrationId}`]),
      ...(threadId === undefined ? [] : [sql`thread_id = ${threadId}`]),
      ...(since === undefined ? [] : [sql`parked_at >= ${since}::timestamptz`]),
      ...(until === undefined ? [] : [sql`parked_at < ${until}::timestamptz`]),
      ...(effectKinds === undefined ? [] : [sql`kind = any(${effectKinds}::text[])`]),
      ...(codes === undefined ? [] : [sql`parked_code = any(${codes}::text[])`]),
    ]
    const { rows } = await sql`select from effects where ${sql.join(conditions, sql` and `)} limit 1`.execute(db)
    return rows.length > 0
  })

/** Whether a conversation of this buyer of the tenant is known. */
export const isBuyerKnown = (store: TenantStore, tenantId: string, customerId: string): Promise<boolean> =>
  store.inTenant(tenantId, async (db) => {
    const { rows } = await sql`
      select from conversations where tenant_id = ${tenantId} and customer_id = ${customerId} limit 1
    `.execute(db)
    return rows.length > 0
  })

/** Kinds that are about parked writes. */
export const isAboutParked = (kind: OperationKind): boolean => kind === 'retry' || kind === 'dismiss'
