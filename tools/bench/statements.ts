import { writeFile } from 'node:fs/promises'
import pg from 'pg'

/** A file into which the statements of a run are written, by what they took; without it nobody counts them. */
const file = process.env['BENCH_STATEMENTS']

/** What the server must be started with so that statements can be counted. Counting costs a few percent. */
export const settingsForStatements: Record<string, string> =
  file === undefined
    ? {}
    : { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_planning': 'on' }

async function ask<Row extends pg.QueryResultRow>(databaseUrl: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(text)
    return rows
  } finally {
    await client.end()
  }
}

const statementsSql = `
select regexp_replace(query, '\\s+', ' ', 'g') as statement, calls::int, rows::int,
  round(total_exec_time) as exec_ms, round(total_plan_time) as plan_ms, wal_bytes::float8 as wal, shared_blks_hit::float8 as blocks
from pg_stat_statements s join pg_database d on d.oid = s.dbid
where d.datname = current_database()
order by total_exec_time + total_plan_time desc`

const tablesSql = `
select relname as table, n_tup_ins::int as inserted, n_tup_upd::int as updated, n_tup_hot_upd::int as hot,
  n_tup_newpage_upd::int as moved, n_tup_del::int as deleted
from pg_stat_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0 order by n_tup_ins + n_tup_upd desc`

/**
 * Counts the statements of a database from now on, where BENCH_STATEMENTS says so.
 * @returns what writes them down: each statement with its calls and times, and what was written into each table
 */
export async function countStatements(databaseUrl: string): Promise<() => Promise<void>> {
  if (file === undefined) return () => Promise.resolve()
  await ask(databaseUrl, 'create extension if not exists pg_stat_statements')
  await ask(databaseUrl, 'select pg_stat_statements_reset(), pg_stat_reset()')
  return async () => {
    const counted = { statements: await ask(databaseUrl, statementsSql), tables: await ask(databaseUrl, tablesSql) }
    await writeFile(file, JSON.stringify(counted, undefined, 1))
  }
}
