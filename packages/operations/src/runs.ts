import { allTenants } from '@connector/domain/words'
import { kindsAlone, type OperationKind } from '@connector/domain/operations'
import type { OperationResult, OperationScope } from '@connector/domain/events'
import { insertMissing, relaxedCommit, type Query, type Row, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import type { Finding, Step } from './handler.ts'

/** An operation that this process carries out. */
export interface Run {
  tenantId: string
  operationId: string
  kind: OperationKind
  scope: OperationScope
  dryRun: boolean
  fence: number
  faults: number
  place: Place
}

/** Where an operation is. */
type Place = { at: unknown; done: number; total: number | null; findings: number } & (
  { end?: undefined } | { end: OperationResult }
)

/** Somebody else carries it out by now: nothing of the step was written. */
export class RunLost extends Error {
  readonly code = 'operation.run_lost'
}

interface ClaimedRow extends Pick<
  Row<'operation_runs'>,
  'tenant_id' | 'operation_id' | 'fence' | 'done' | 'total' | 'findings' | 'faults'
> {
  cursor: { at?: unknown; end?: OperationResult } | null
  kind: OperationKind
  scope: OperationScope
  dry_run: boolean
}

export interface Runs {
  /** The oldest operation that nobody carries out and that no older one of its kind on its scope is before. */
  claim(kinds: readonly OperationKind[]): Promise<Run | undefined>
  /** False when it is lost. */
  renew(run: Run): Promise<boolean>
  /**
   * Writes what a step came to and where the next one begins.
   * @throws {RunLost}
   */
  save(run: Run, write: (db: Query) => Promise<Step>): Promise<{ place: Place; restMs: number }>
  /** Gives it back, as after its end. @param fault why it is to be tried again, and after how long */
  release(run: Run, fault?: { message: string; restMs: number }): Promise<void>
}

export function createRuns({ db }: WorkerStore, owner: string, ttlMs: number): Runs {
  const expiry = sql<Date>`now() + ${ttlMs} * interval '1 millisecond'`
  const ours = ({ tenantId, operationId, fence }: Run) => sql<boolean>`
    tenant_id = ${tenantId} and operation_id = ${operationId} and fence = ${fence} and owner = ${owner}`

  return {
    async claim(kinds) {
      const { rows } = await sql<ClaimedRow>`
        with open as (
          select * from operations where status = 'open'
            -- What becomes of it cannot be recorded while its stream is set aside, so it waits, and no other one waits for it.
            and not exists (
              select from quarantined_streams q
              where q.tenant_id = operations.tenant_id and q.stream_id = 'operations-' || operations.tenant_id)
        ), next as (
          select o.* from open o left join operation_runs r using (tenant_id, operation_id)
          where o.kind = any(${kinds}::text[])
            and (r.operation_id is null
              or ((r.owner is null or r.expires_at <= now()) and r.not_before <= now()))
            and not exists (
              select from open p
              where p.kind = o.kind
                and (p.requested_at, p.operation_id) < (o.requested_at, o.operation_id)
                and (o.kind = any(${kindsAlone}::text[]) or (
                  (p.tenant_id = o.tenant_id or ${allTenants} in (p.tenant_id, o.tenant_id))
                  and coalesce(p.integration_id = o.integration_id, true)
                  and coalesce(p.thread_id = o.thread_id, true))))
          order by o.requested_at, o.operation_id limit 1
        ), taken as (
          insert into operation_runs as r
            (tenant_id, operation_id, fence, owner, expires_at, not_before, started_at, updated_at)
          select tenant_id, operation_id, 1, ${owner}, ${expiry}, now(), now(), now() from next
          on conflict (tenant_id, operation_id) do update
            set fence = r.fence + 1, owner = excluded.owner, expires_at = excluded.expires_at
            where r.owner is null or r.expires_at <= now()
          returning *
        )
        select t.*, n.kind, n.scope, n.dry_run from taken t join next n using (tenant_id, operation_id)
      `.execute(db)
      const [row] = rows
      if (!row) return undefined
      const { cursor, done, total, findings } = row
      return {
        tenantId: row.tenant_id,
        operationId: row.operation_id,
        kind: row.kind,
        scope: row.scope,
        dryRun: row.dry_run,
        fence: row.fence,
        faults: row.faults,
        place: { at: cursor?.at, done, total, findings, ...(cursor?.end ? { end: cursor.end } : {}) },
      }
    },

    async renew(run) {
      const { rows } = await sql`
        update operation_runs set expires_at = ${expiry}
        where ${ours(run)} and expires_at > now() and ${relaxedCommit} returning operation_id
      `.execute(db)
      return rows.length > 0
    },

    save: (run, write) =>
      db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ findings: number }>`
          select findings from operation_runs where ${ours(run)} and expires_at > now() and ${relaxedCommit} for update
        `.execute(trx)
        const [held] = rows
        if (!held) throw new RunLost(`The operation ${run.operationId} is carried out by somebody else.`)
        const { cursor, done, total, findings = [], end, restMs = 0 } = await write(trx)
        await insertMissing(
          trx,
          'operation_findings',
          ['tenant_id', 'operation_id', 'place'],
          findings.map((finding, index) => findingRow(run, held.findings + index, finding)),
        )
        const place: Place = {
          at: cursor,
          done: done ?? run.place.done,
          total: total ?? run.place.total,
          findings: held.findings + findings.length,
          ...(end ? { end } : {}),
        }
        await sql`
          update operation_runs set cursor = ${JSON.stringify({ at: cursor, end })}::jsonb, done = ${place.done},
            total = ${place.total}, findings = ${place.findings}, faults = 0, fault = null, updated_at = now(),
            expires_at = ${expiry}
          where ${ours(run)}
        `.execute(trx)
        return { place, restMs }
      }),

    async release(run, fault) {
      await sql`
        update operation_runs set owner = null, expires_at = null,
          faults = faults + ${fault ? 1 : 0}, fault = ${fault?.message ?? null},
          not_before = now() + ${fault?.restMs ?? 0} * interval '1 millisecond'
        where ${ours(run)}
      `.execute(db)
    },
  }
}

const findingRow = (
  { tenantId, operationId }: Run,
  place: number,
  { what, ofTenant, integrationId, threadId, subject, detail, evidence, cure }: Finding,
): Row<'operation_findings'> => ({
  tenant_id: tenantId,
  operation_id: operationId,
  place,
  what,
  of_tenant: ofTenant,
  integration_id: integrationId ?? null,
  thread_id: threadId ?? null,
  subject,
  detail: detail.en,
  detail_pl: detail.pl,
  evidence,
  cure: cure?.en ?? null,
  cure_pl: cure?.pl ?? null,
})
