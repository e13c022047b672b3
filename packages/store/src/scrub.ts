import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { BackupRefused } from './backup.ts'

/**
 * All tables that hold texts of buyers in clear: read models, what agents prepare, answers to repeated requests. Their blanked rows
 * lie in the files as dead ones; even vacuum leaves the bytes in the holes of a page, so the files are written anew.
 */
export const clearTables = [
  'public.conversations',
  'public.conversation_words',
  'public.effects_open',
  'public.effects_settled',
  'public.answer_files',
  'public.quarantined_streams',
  'public.idempotency_keys',
] as const

/** How long a table is waited for at once: whoever else wants it stands behind us meanwhile. */
const lockTimeoutMs = 1_000
const tries = 60

export interface Rewritten {
  table: string
  /** How long nobody could use it. */
  ms: number
  bytes: number
}

const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03'

async function rewrite(client: pg.Client, table: string): Promise<Rewritten> {
  for (let attempt = 1; ; attempt++) {
    const begun = performance.now()
    try {
      await client.query(`vacuum (full, analyze) ${table}`)
      const ms = Math.round(performance.now() - begun)
      const { rows } = await client.query<{ bytes: string }>('select pg_total_relation_size($1::regclass) as bytes', [
        table,
      ])
      return { table, ms, bytes: Number(rows[0]?.bytes ?? 0) }
    } catch (error) {
      if (!isLockTimeout(error)) throw error
      if (attempt === tries) throw new BackupRefused(`${table} was in use all the time. Run it again.`)
      await delay(lockTimeoutMs)
    }
  }
}

/** Whoever looks at the database as it was before: a transaction that stays open, a standby or a slot, a prepared transaction. */
const lookers = `
  select format('session %s of %s, since %s', pid, coalesce(nullif(application_name, ''), usename, 'somebody'), xact_start) as who
  from pg_stat_activity
  where pid <> pg_backend_pid() and age(backend_xmin) > age($1::xid) and (datname = current_database() or datname is null)
  union all
  select format('replication slot %s', slot_name) from pg_replication_slots where age(xmin) > age($1::xid)
  union all
  select format('prepared transaction %s', gid) from pg_prepared_xacts
  where database = current_database() and age(transaction) > age($1::xid)`

/** A table that is written anew keeps the rows of before for whoever still sees them. */
async function untilNobodySeesBefore(client: pg.Client, waitMs: number): Promise<void> {
  const { rows: own } = await client.query<{ xid: string }>('select pg_current_xact_id()::xid::text as xid')
  const begun = performance.now()
  for (;;) {
    const { rows } = await client.query<{ who: string }>(lookers, [own[0]?.xid])
    const [first] = rows
    if (!first) return
    if (performance.now() - begun >= waitMs)
      throw new BackupRefused(
        `Somebody still looks at the database as it was before (${first.who}), and rows of before would be kept for that. ` +
          'Nothing was written anew. End it, and run this again.',
      )
    await delay(lockTimeoutMs)
  }
}

async function tablesOf(client: pg.Client, withLog: boolean): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'rebuild' and c.relkind = 'r' order by 1`,
  )
  // What it has counted of a table holds frequent words of it; it is counted anew with each table.
  return [
    ...clearTables,
    ...rows.map(({ name }) => name),
    ...(withLog ? ['public.events'] : []),
    'pg_catalog.pg_statistic',
  ]
}

/**
 * Old segments of the write-ahead log are kept under new names and written over one day; here at once, each with zeros.
 * @returns how many, and how many of before are kept for somebody: a standby, a slot, `wal_keep_size`, an archive that lags
 */
async function overwriteWal(client: pg.Client): Promise<{ segments: number; kept: number }> {
  // A segment in which nothing was written is not left.
  const nextSegment = async (): Promise<void> => {
    await client.query(`select pg_logical_emit_message(false, 'connector', '')`)
    await client.query('select pg_switch_wal()')
  }
  await nextSegment()
  const { rows: places } = await client.query<{ file: string }>(
    'select pg_walfile_name(pg_current_wal_insert_lsn()) as file',
  )
  await client.query('checkpoint')
  const { rows } = await client.query<{ files: number }>('select count(*)::int as files from pg_ls_waldir()')
  const segments = (rows[0]?.files ?? 0) + 1
  for (let done = 0; done < segments; done++) await nextSegment()
  await client.query('checkpoint')
  const { rows: old } = await client.query<{ kept: number }>(
    `select count(*)::int as kept from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name < $1`,
    [places[0]?.file],
  )
  return { segments, kept: old[0]?.kept ?? 0 }
}

interface Scrubbed {
  tables: Rewritten[]
  /** Segments of the write-ahead log. */
  segments: number
  /** Segments of before that somebody still wants. */
  kept: number
  /** Events that were blanked in their rows, of before there were keys: their old rows are in the file of the log. */
  blankedInLog: number
}

/**
 * Writes the files anew in which texts of erased buyers are left, while services work: each table is locked while it is
 * written. @param withLog the log, too, which nobody can append to meanwhile
 * @throws {BackupRefused}
 */
export async function scrub(
  url: string,
  {
    withLog,
    onTable,
    waitMs = tries * lockTimeoutMs,
  }: {
    withLog: boolean
    onTable: (done: Rewritten) => void
    /** How long whoever looks at the database as it was before is waited for. */
    waitMs?: number
  },
): Promise<Scrubbed> {
  const client = new pg.Client({ connectionString: url, application_name: 'connector_scrub' })
  // What breaks the connection breaks the statement under way, which tells.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ super: boolean }>(
      'select rolsuper as super from pg_roles where rolname = current_user',
    )
    if (rows[0]?.super !== true) throw new BackupRefused('Only a superuser may write all files anew.')
    await client.query(`set lock_timeout = ${lockTimeoutMs}; set statement_timeout = 0`)
    await untilNobodySeesBefore(client, waitMs)
    const tables: Rewritten[] = []
    for (const table of await tablesOf(client, withLog)) {
      const done = await rewrite(client, table)
      onTable(done)
      tables.push(done)
    }
    const wal = await overwriteWal(client)
    const unsealed = await client.query<{ count: number }>(
      `select count(*)::int from events where digest is null
       and stream_id in (select stream_id from events where type = 'BuyerErased')`,
    )
    return { tables, ...wal, blankedInLog: withLog ? 0 : (unsealed.rows[0]?.count ?? 0) }
  } finally {
    await client.end()
  }
}
