import pg from 'pg'
import { EventLogUnavailable } from '../errors.ts'
import { wordsOf } from '../words-of.ts'

// SQLSTATE classes that say nothing about the statement: 08 connection, 53 out of resources, 57 operator intervention
// (shutdown, timeout), 58 system error; and the single codes 25006 (a standby after failover), 40P01 (deadlock victim),
// 55P03 (lock timeout).
const transient = /^(?:08|53|57|58|25006|40P01|55P03)/

/** What statements are sent through: a pool, or something that runs each one under conditions of its own. */
export interface Connection {
  query<Row extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<Row>>
}

/**
 * Rows of one statement. Lost connections and the like become `EventLogUnavailable`; other database errors pass
 * through.
 */
export async function query<Row extends pg.QueryResultRow>(
  connection: Connection,
  config: pg.QueryConfig,
): Promise<Row[]> {
  try {
    const { rows } = await connection.query<Row>(config)
    return rows
  } catch (error) {
    throw asUnavailable(error)
  }
}

function asUnavailable(error: unknown): unknown {
  // Whatever did not come from the server as a database error happened on the way to it.
  if (error instanceof pg.DatabaseError && !transient.test(error.code ?? '')) return error
  return new EventLogUnavailable(wordsOf(error), { cause: error })
}
