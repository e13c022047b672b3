import { relaxedCommit, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { writtenTogether } from '../written-together.ts'

/** What one look at an account tells of the looking itself. */
export interface LookReport {
  tenantId: string
  lookedAt: Date
  clockOffsetMs: number | undefined
  /** Unchanged tickets whose turn it was and that were not read, and when the first of them was last read. */
  sweepWaiting: number
  sweepOldestAt: Date | undefined
  foundLate: number
}

const reportsAtOnce = 200

/** @returns keeps it for `/metrics`, those of looks that end together in one statement */
export const createLookReports = ({ byKeys }: WorkerStore): ((report: LookReport) => Promise<undefined>) =>
  writtenTogether<LookReport, undefined>(async (reports) => {
    await sql`
        insert into thulium_looks (tenant_id, looked_at, clock_offset_ms, sweep_waiting, sweep_oldest_at, found_late)
        select r.* from unnest(${reports.map(({ tenantId }) => tenantId)}::text[],
          ${reports.map(({ lookedAt }) => lookedAt)}::timestamptz[],
          ${reports.map(({ clockOffsetMs }) => clockOffsetMs ?? null)}::bigint[],
          ${reports.map(({ sweepWaiting }) => sweepWaiting)}::int[],
          ${reports.map(({ sweepOldestAt }) => sweepOldestAt ?? null)}::timestamptz[],
          ${reports.map(({ foundLate }) => foundLate)}::int[]) r
        on conflict (tenant_id) do update set looked_at = excluded.looked_at, clock_offset_ms = excluded.clock_offset_ms,
          sweep_waiting = excluded.sweep_waiting, sweep_oldest_at = excluded.sweep_oldest_at,
          found_late = thulium_looks.found_late + excluded.found_late
        where ${relaxedCommit}
      `.execute(byKeys)
    return reports.map(() => undefined)
  }, reportsAtOnce)
