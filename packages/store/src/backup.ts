import type pg from 'pg'

/**
 * What is neither in the log nor made from it: sealed secrets, signed heads of the log, what lets people and programs in, and who is
 * told of what is wrong and was told so far. Read models, leases and counters are made anew.
 */
export const backupTables = [
  'data_keys',
  'credentials',
  'conversation_keys',
  'log_signing_keys',
  'log_heads',
  'access_keys',
  'signing_keys',
  'used_launch_links',
  'thulium_webhooks',
  'audit_entries',
  'alert_targets',
  'alert_incidents',
  'alerts',
  'alert_deliveries',
] as const

export type BackupTable = (typeof backupTables)[number]

/** A row as JSON; what is sealed stays sealed. */
type BackupRow = Record<string, unknown>

export interface TableRow {
  table: BackupTable
  row: BackupRow
}

/** The command cannot do its work with this database; the message is for people. */
export class BackupRefused extends Error {
  readonly code = 'store.backup_refused'
}

const rowsAtOnce = 500

/**
 * Row-level security is forced: any other login gets no rows of these tables, and no error.
 * @throws {BackupRefused}
 */
export async function assertSeesAll(pool: pg.Pool, whose: string): Promise<void> {
  const { rows } = await pool.query<{ sees: boolean; name: string }>(
    'select rolsuper or rolbypassrls as sees, rolname as name from pg_roles where rolname = current_user',
  )
  const [role] = rows
  if (!role?.sees)
    throw new BackupRefused(
      `The login ${role?.name ?? ''} of ${whose} does not see every row. Use a superuser, or one with BYPASSRLS, as pg_dump needs it.`,
    )
}

/** All rows of these tables, as of one moment. */
export async function* readBackup(pool: pg.Pool): AsyncGenerator<TableRow> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    for (const table of backupTables) {
      await client.query(`declare backup no scroll cursor for select to_jsonb(t) as row from public.${table} t`)
      for (;;) {
        const { rows } = await client.query<{ row: BackupRow }>(`fetch ${rowsAtOnce} from backup`)
        for (const { row } of rows) yield { table, row }
        if (rows.length < rowsAtOnce) break
      }
      await client.query('close backup')
    }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

const addRows = (client: pg.PoolClient, table: BackupTable, rows: readonly BackupRow[]) =>
  client.query(
    `insert into public.${table} overriding system value select * from jsonb_populate_recordset(null::public.${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )

/**
 * Puts rows in the place of all that is in these tables, in one transaction: a row that was changed or deleted since an earlier
 * copy is so in the next one, too.
 * @returns how many there are
 */
export async function replaceBackup(pool: pg.Pool, rows: AsyncIterable<TableRow>): Promise<number> {
  const client = await pool.connect()
  let count = 0
  try {
    await client.query('begin')
    for (const table of backupTables) await client.query(`delete from public.${table}`)
    let page: { table: BackupTable; rows: BackupRow[] } | undefined
    for await (const { table, row } of rows) {
      if (page && (page.table !== table || page.rows.length === rowsAtOnce)) {
        await addRows(client, page.table, page.rows)
        page = undefined
      }
      page ??= { table, rows: [] }
      page.rows.push(row)
      count += 1
    }
    if (page) await addRows(client, page.table, page.rows)
    // Numbers that the database gives out go on behind those of the rows that were put back.
    await client.query(
      `select setval(pg_get_serial_sequence('public.audit_entries', 'entry_id'), greatest(max(entry_id), 1)) from public.audit_entries`,
    )
    await client.query('commit')
    return count
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** How many rows a table has, and a digest of them that their order does not change. */
export async function digestOfTable(pool: pg.Pool, table: BackupTable): Promise<{ rows: number; digest: string }> {
  const { rows } = await pool.query<{ rows: number; digest: string | null }>(
    `select count(*)::int as rows, encode(sha256(convert_to(string_agg(one, '' order by one), 'utf8')), 'hex') as digest
     from (select encode(sha256(convert_to(to_jsonb(t)::text, 'utf8')), 'hex') as one from public.${table} t) as each`,
  )
  return { rows: rows[0]?.rows ?? 0, digest: rows[0]?.digest ?? '' }
}
