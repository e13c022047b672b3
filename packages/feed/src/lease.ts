import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/** What whoever publishes writes down; refused when another process has taken over. */
interface FeedState {
  position: string | undefined
  /** When the oldest event that is not published was recorded. */
  behindSince: Date | undefined
}

export interface FeedLease {
  /** Takes or keeps the lease. @returns false while another process has it; else how far the feed is, and whether it ever began */
  take(): Promise<false | { position: string | undefined }>
  /** @returns false when another process publishes by now */
  write(state: FeedState): Promise<boolean>
  /** The settings want no feed: nobody is told that it is behind. */
  unwanted(): Promise<void>
  release(): Promise<void>
}

/** One process publishes at a time. Two would do no harm, since NATS knows the ids, but the checkpoint goes only forward. */
export function createFeedLease({ db }: WorkerStore, owner: string, ttlMs: number): FeedLease {
  return {
    async take() {
      const { rows } = await sql<{ position: string | null }>`
        update feed_publisher set owner = ${owner}, expires_at = now() + ${ttlMs} * interval '1 millisecond'
        where owner = ${owner} or owner is null or expires_at <= now()
        returning position
      `.execute(db)
      const [row] = rows
      return row ? { position: row.position ?? undefined } : false
    },
    async write({ position, behindSince }) {
      const { rows } = await sql`
        update feed_publisher set position = ${position ?? null}, behind_since = ${behindSince ?? null}::timestamptz, looked_at = now()
        where owner = ${owner} and expires_at > now() returning one
      `.execute(db)
      return rows.length > 0
    },
    async unwanted() {
      await sql`
        update feed_publisher set looked_at = null, behind_since = null where looked_at is not null and expires_at <= now()
      `.execute(db)
    },
    async release() {
      await sql`update feed_publisher set owner = null, expires_at = now() where owner = ${owner}`.execute(db)
    },
  }
}
