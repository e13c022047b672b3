import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import type { AsWatcher } from './watch.ts'

/** Another process watches by now: nothing of this look was written. */
class WatchLost extends Error {
  readonly code = 'alerts.watch_lost'
}

export interface WatchLease {
  /** Takes or keeps the watch. @returns false while another process has it; else since when nobody has looked, in ms */
  take(): Promise<false | { unwatchedMs: number }>
  asWatcher: AsWatcher
  /** A look is done. */
  looked(): Promise<void>
  release(): Promise<void>
}

/** One process watches at a time, whether it is an ingest or a projector: so that the end of either is told by the other. */
export function createWatchLease({ db }: WorkerStore, owner: string, ttlMs: number): WatchLease {
  const expiry = sql<Date>`now() + ${ttlMs} * interval '1 millisecond'`
  return {
    async take() {
      const { rows } = await sql<{ unwatched_ms: number }>`
        update alert_watch set owner = ${owner}, expires_at = ${expiry}
        where owner = ${owner} or owner is null or expires_at <= now()
        returning coalesce(extract(epoch from now() - looked_at) * 1000, 1e12)::float8 as unwatched_ms
      `.execute(db)
      const [row] = rows
      return row ? { unwatchedMs: row.unwatched_ms } : false
    },
    asWatcher: (work) =>
      db.transaction().execute(async (trx) => {
        const { rows } = await sql`
          select from alert_watch where owner = ${owner} and expires_at > now() for update
        `.execute(trx)
        if (rows.length === 0) throw new WatchLost('Another process watches for alerts.')
        return work(trx)
      }),
    async looked() {
      await sql`update alert_watch set looked_at = now() where owner = ${owner}`.execute(db)
    },
    async release() {
      await sql`update alert_watch set owner = null, expires_at = now() where owner = ${owner}`.execute(db)
    },
  }
}
