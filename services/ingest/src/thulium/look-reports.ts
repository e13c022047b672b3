import { relaxedCommit, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'

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

/** @returns keeps it for `/metrics` */
export function createLookReports({ db }: WorkerStore): (report: LookReport) => Promise<void> {
  return async ({ tenantId, lookedAt, clockOffsetMs, sweepWaiting, sweepOldestAt, foundLate }) => {
    const report = {
      looked_at: lookedAt,
      clock_offset_ms: clockOffsetMs ?? null,
      sweep_waiting: sweepWaiting,
      sweep_oldest_at: sweepOldestAt ?? null,
    }
    await db
      .insertInto('thulium_looks')
      .values({ tenant_id: tenantId, ...report, found_late: foundLate })
      .onConflict((conflict) =>
        conflict
          .column('tenant_id')
          .doUpdateSet({ ...report, found_late: sql<number>`thulium_looks.found_late + excluded.found_late` })
          .where(relaxedCommit),
      )
      .execute()
  }
}
