import { LogNotReadable } from '../errors.ts'
import { query, type Connection } from './query.ts'

/*
 * The trap: `readAll` orders events by the id of the transaction that wrote them and shows only ids below the oldest
 * running one. A dump restored into a new cluster brings its old ids along, while the new cluster counts from about
 * 700. Then the stored events would stay hidden until the counter has caught up, and every new event would get a lower
 * id than the readers' checkpoints and be skipped for ever. (Backups of the whole cluster, pg_upgrade and replicas keep
 * the counter and are safe.)
 */

/**
 * Largest gap `repairRestoredLog` closes: 10^9 ids take about an hour and stay below the 2^31 the cluster can hold
 * unvacuumed.
 */
const largestGap = 1_000_000_000n

// 10^5 ids take 0.3 to 0.5 s, well inside any sensible statement timeout.
const idsPerStatement = 100_000n

const gapSql = `
select newest.transaction_id::text as newest, pg_snapshot_xmax(pg_current_snapshot())::text as next
from (
  -- Named, so that where there is no log the missing table is told and not the function beside it.
  select newest_logged_transaction() as transaction_id from (select) as one left join (select from events limit 0) as log on true
) as newest where newest.transaction_id is not null`

/**
 * Resolves if every stored event has a transaction id this cluster has already given out; otherwise rejects with
 * `LogNotReadable`, whose message says what to do. A log opened by `createPostgresEventLog` does this by itself before
 * its first use.
 */
export async function assertLogReadable(connection: Connection): Promise<void> {
  const gap = await transactionIdGap(connection)
  if (gap === 0n) return
  const remedy =
    gap <= largestGap
      ? 'Run `npm run restored -- --since` with the time of the backup, before any service starts (docs/operations.md).'
      : 'Stop PostgreSQL, run pg_resetwal --epoch with an epoch above the stored ids divided by 2^32, and start it again.'
  throw new LogNotReadable(
    `The events were written in another PostgreSQL cluster: their transaction ids are ${gap.toString()} ahead of this one's, ` +
      `so reading all events would hide old ones and skip new ones. ${remedy}`,
  )
}

/**
 * Makes a log that was restored from a dump readable: uses up transaction ids until the cluster's counter is past every
 * stored one. Nothing stored is changed, so the order of events and all saved checkpoints stay valid. Call it after the
 * restore, before anything appends; harmless if there is nothing to do, if it is interrupted, or if two processes call
 * it. Takes 3 to 5 s per million ids. Returns how many ids it had to skip. Rejects with `LogNotReadable` beyond 10^9,
 * where only pg_resetwal is reasonable.
 */
export async function repairRestoredLog(connection: Connection): Promise<bigint> {
  const gap = await transactionIdGap(connection)
  if (gap > largestGap) await assertLogReadable(connection)
  for (let left = gap; left > 0n; left -= idsPerStatement) {
    const count = left < idsPerStatement ? left : idsPerStatement
    // Measured: 239 k ids/s with fsync (385 k without), about half of that with rollback. A transaction that wrote
    // nothing commits without waiting for the disk.
    await query(connection, {
      text: `do $$ begin for i in 1..${count.toString()} loop perform pg_current_xact_id(); commit; end loop; end $$`,
    })
  }
  await assertLogReadable(connection)
  return gap
}

/** How many ids the counter must still give out so that the next one is above every stored one; 0 if all is well. */
async function transactionIdGap(connection: Connection): Promise<bigint> {
  const [row] = await query<{ newest: string; next: string }>(connection, { text: gapSql })
  if (row === undefined) return 0n
  const gap = BigInt(row.newest) - BigInt(row.next) + 1n
  return gap > 0n ? gap : 0n
}
