import pg from 'pg'
import type { Test } from 'tap'
import { createPostgresEventLog, eventLogSchema, type EventLog, type PostgresEventLogOptions } from '../../src/index.ts'
import { createTestDatabase } from '@connector/test-kit'

/** A database with the log's table, dropped when the test ends. */
export async function createLogDatabase(t: Pick<Test, 'teardown'>): Promise<{ url: string }> {
  const { url, drop } = await createTestDatabase()
  t.teardown(drop)
  const client = await openClient(url)
  await client.query(eventLogSchema)
  await client.end()
  return { url }
}

/** A log on a pool of its own and everything it reported to `onError`. Close it by `dispose`. */
export function openLog(
  url: string,
  options: Partial<PostgresEventLogOptions> = {},
): { log: EventLog; pool: pg.Pool; errors: unknown[]; dispose: () => Promise<void> } {
  const errors: unknown[] = []
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // An idle connection that is cut is an error of the pool; these tests cut some on purpose.
  pool.on('error', (error) => errors.push(error))
  // No poll within a test's life: a wake-up that comes must be a real one.
  const log = createPostgresEventLog({ pool, pollMs: 600_000, onError: (error) => errors.push(error), ...options })
  return {
    log,
    pool,
    errors,
    async dispose() {
      await log.close()
      await pool.end()
    },
  }
}

/** A connected client of its own, for what a log would never do: stay in a transaction, kill, watch. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  await client.connect()
  return client
}

/** Resolves once some connection of the database waits for a lock. */
export async function someoneWaits(client: pg.Client): Promise<true | undefined> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return (rowCount ?? 0) > 0 || undefined
}

/** Adds a row to a stream inside the client's own transaction. */
export async function insertRaw(client: pg.Client, streamId: string, revision: number): Promise<void> {
  await client.query(
    `insert into events (stream_id, revision, event_id, type, schema_version, data, metadata)
     values ($1, $2, gen_random_uuid(), 'MessageReceived', 1, '{}', '{"tenantId": "tenant-1"}')`,
    [streamId, revision],
  )
}
