import { repairRestoredLog, wakeReaders } from '@connector/event-log'
import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Query, WorkerStore } from './connect.ts'
import { schemaDigest } from './migrate.ts'
import { readModels } from './read-models.ts'
import type { Row, Tables } from './tables.ts'

/** The command cannot do its work now; the message is for people. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
}

export type Restore = Pick<Row<'restores'>, 'since' | 'restored_at' | 'restored_by'>

export interface BegunRestore {
  restore: Restore
  /** How many transaction ids the log of a logical backup was behind. */
  skippedIds: bigint
  /** Effects that are looked up now before they are tried; undefined when this restore had been told before. */
  marked: number | undefined
}

/** 22023: the role of the workers does not exist. 42501, 42P01: no right, no table. */
const notMigrated = /^(?:22023|42501|42P01)$/

/** Larger than the number of owners that a tenant can have had between a backup and its restore. */
const fenceLeap = 1_000_000

/** The restore that waits for a person's confirmation; while there is one, nothing is written to the outside. */
export const unconfirmedRestore = (db: Query): Promise<Restore | undefined> =>
  db
    .selectFrom('restores')
    .select(['since', 'restored_at', 'restored_by'])
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()

/** @throws {RestoreRefused} when the database is not in the schema of this version */
export async function assertMigrated({ db }: WorkerStore): Promise<void> {
  const refused = new RestoreRefused(
    'The database is not in the schema of this version. Run `npm run migrate` as its owner first; that it then refuses a log restored from a dump is right.',
  )
  try {
    const found = await sql`select from migrations where name = ${`schema-${schemaDigest}`}`.execute(db)
    if (found.rows.length === 0) throw refused
  } catch (error) {
    throw error instanceof pg.DatabaseError && notMigrated.test(error.code ?? '') ? refused : error
  }
}

/** A service that writes meanwhile would do what the marks are to prevent. */
async function assertNobodyAtWork(db: Query): Promise<void> {
  const { rows } = await sql<{ service: string; until: Date }>`
    select service, max(expires_at) as until from workers where expires_at > now() group by service order by service
  `.execute(db)
  const [atWork] = rows
  if (atWork)
    throw new RestoreRefused(
      `The service ${atWork.service} is at work in this database. Stop all services first; one that was killed counts until ${atWork.until.toISOString()}.`,
    )
}

/**
 * Whatever is not finished may have been done since the backup. Parked effects stay: a person sends them back to be looked
 * up, or ends them.
 */
async function markPerhapsDone(trx: Transaction<Tables>): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('effects')
    .set({ state: 'unknown', lookups: 0, not_before: sql<Date>`greatest(not_before, now())` })
    .where('state', 'in', ['planned', 'claimed', 'unknown'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Ingest reads again from the time of the backup on, at once, and with the wider look. */
async function lookAgain(trx: Transaction<Tables>, since: Date): Promise<void> {
  await trx
    .updateTable('polls')
    .set({ cursor: sql<Date>`case when cursor > ${since} then ${since} else cursor end`, next_at: sql<Date>`now()` })
    .set({ swept_at: null })
    .execute()
}

/**
 * Tells the services that this database was restored from a backup, taken at `since` or later. They look up before they
 * write, and write nothing until {@link confirmRestore}. Called again with the same time it changes nothing. With another
 * time, the backup itself may be one of a database that waited for its confirmation: then all is marked anew.
 * @param worker as the role that sees every event, of a database in the newest schema
 * @throws {RestoreRefused} when services are at work
 * @throws {LogNotReadable} when the log cannot be repaired by us
 */
export async function beginRestore(worker: WorkerStore, since: Date, by: string): Promise<BegunRestore> {
  const skippedIds = await repairRestoredLog(worker.pool)
  const begun = await worker.db.transaction().execute(async (trx) => {
    await sql`lock table restores in share row exclusive mode`.execute(trx)
    const known = await unconfirmedRestore(trx)
    if (known?.since.getTime() === since.getTime()) return { restore: known, skippedIds, marked: undefined }
    await assertNobodyAtWork(trx)
    // An owner that is still alive somewhere has a fence from the time that this database has forgotten.
    await trx
      .updateTable('leases')
      .set({ owner: null, expires_at: null, fence: sql<number>`fence + ${fenceLeap}` })
      .execute()
    const marked = await markPerhapsDone(trx)
    await lookAgain(trx, since)
    if (known)
      await trx
        .updateTable('restores')
        .set({ since: sql<Date>`least(since, ${since})`, restored_at: sql<Date>`now()`, restored_by: by })
        .where('confirmed_at', 'is', null)
        .execute()
    else
      await trx
        .insertInto('restores')
        .values({ since, restored_by: by, confirmed_at: null, confirmed_by: null })
        .execute()
    const restore = await unconfirmedRestore(trx)
    if (!restore) throw new Error('The restore that was just written is not there')
    return { restore, skippedIds, marked }
  })
  await wakeReaders(worker.pool)
  return begun
}

/** A person has looked: writing goes on. Undefined when nothing waits for a confirmation. */
export async function confirmRestore({ db, pool }: WorkerStore, by: string): Promise<Restore | undefined> {
  const confirmed = await db
    .updateTable('restores')
    .set({ confirmed_at: sql<Date>`now()`, confirmed_by: by })
    .where('confirmed_at', 'is', null)
    .returning(['since', 'restored_at', 'restored_by'])
    .executeTakeFirst()
  await wakeReaders(pool)
  return confirmed
}

/**
 * Empties what is made from the log and forgets where its readers stood, so that all is made anew: for a log outside of this
 * database that was restored to an older state than they have seen. Heads that were signed name places that are gone.
 * @throws {RestoreRefused} when services are at work
 */
export const forgetReaders = ({ db }: WorkerStore): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await assertNobodyAtWork(trx)
    for (const table of [...readModels, 'checkpoints', 'log_chains', 'log_heads'] as const)
      await trx.deleteFrom(table).execute()
  })
