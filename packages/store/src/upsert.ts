import { sql, type RawBuilder } from 'kysely'
import type { Query } from './connect.ts'
import type { NewRow, Row, Tables } from './tables.ts'

/** Bytes do not survive JSON, in which rows are sent. */
type HasBytes<T extends keyof Tables> = { [C in keyof Row<T>]: Row<T>[C] extends Buffer ? C : never }[keyof Row<T>]

/** Tables whose rows can be sent as JSON: in one parameter, however many there are. */
type JsonTable = { [T in keyof Tables]: HasBytes<T> extends never ? T : never }[keyof Tables]

const list = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.ref(name)))

async function insert(
  db: Query,
  table: keyof Tables,
  rows: readonly object[],
  conflict: (columns: readonly string[]) => RawBuilder<unknown>,
  only: RawBuilder<unknown> = sql``,
): Promise<void> {
  const [first] = rows
  if (!first) return
  // Rows are typed in full, so the first one names the columns of all.
  const columns = Object.keys(first)
  await sql`
    insert into ${sql.table(table)} (${list(columns)})
    select ${list(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) added
    ${only}
    on conflict ${conflict(columns)}
  `.execute(db)
}

/** What becomes of each column that is not of the key. */
const assignments = (
  columns: readonly string[],
  keys: readonly string[],
  value: (column: string) => RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const changing = columns.filter((column) => !keys.includes(column))
  return sql`do update set ${sql.join(changing.map((column) => sql`${sql.ref(column)} = ${value(column)}`))}`
}

/**
 * Puts whole rows where there may be rows with the same key: every column is written anew, and one that a row lacks does not
 * compile. No two rows may have the same key. A value of a JSON column is given as it is, not as text.
 */
export const upsert = <T extends JsonTable>(
  db: Query,
  table: T,
  keys: readonly (keyof Row<T> & string)[],
  rows: readonly Row<T>[],
): Promise<void> =>
  insert(
    db,
    table,
    rows,
    (columns) => sql`(${list(keys)}) ${assignments(columns, keys, (column) => sql`excluded.${sql.ref(column)}`)}`,
  )

/**
 * Adds rows; one with the same key as another that is there is left out. What has a default may be left to it. It is asked for
 * the key, too, since a table of several parts has no unique index over all of them.
 */
export const insertMissing = <T extends JsonTable>(
  db: Query,
  table: T,
  keys: readonly (keyof Row<T> & string)[],
  rows: readonly NewRow<T>[],
): Promise<void> =>
  insert(
    db,
    table,
    rows,
    () => sql`do nothing`,
    sql`where not exists (select from ${sql.table(table)} known where ${sql.join(
      keys.map((key) => sql`${sql.ref(`known.${key}`)} = ${sql.ref(`added.${key}`)}`),
      sql` and `,
    )})`,
  )

/** Adds numbers to those of the rows with the same key, or begins with them. */
export const addUp = <T extends JsonTable, K extends keyof Row<T> & string>(
  db: Query,
  table: T,
  keys: readonly K[],
  rows: readonly (Row<T> & Record<Exclude<keyof Row<T>, K>, number>)[],
): Promise<void> =>
  insert(
    db,
    table,
    rows,
    (columns) =>
      sql`(${list(keys)}) ${assignments(
        columns,
        keys,
        (column) => sql`${sql.ref(`${table}.${column}`)} + excluded.${sql.ref(column)}`,
      )}`,
  )
