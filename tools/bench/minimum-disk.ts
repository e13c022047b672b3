import { createBatcher } from '@connector/service-kit'
import pg from 'pg'

/** What a program must write before it can promise that nothing is lost and nothing is done twice; each resolves when it is on disk. */
export interface MinimumDisk {
  /** A message, before it is worked on. */
  message(tenantId: string, threadId: string, body: string): Promise<unknown>
  /** That something is about to be done outside. */
  claim(key: string): Promise<unknown>
  /** How that went. */
  outcome(key: string, ticketId: string): Promise<unknown>
  close(): Promise<void>
}

/** As many as our ledger settles in one statement. */
const rowsAtOnce = 200

/** One table each, no index but the keys, and a group commit for whoever comes at the same time: less cannot be written. */
export async function openMinimumDisk(databaseUrl: string): Promise<MinimumDisk> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  await pool.query(`
    create table message (thread_id text primary key, tenant_id text, body text);
    create table claim (key text primary key);
    create table outcome (key text primary key, ticket_id text)`)
  const insert = (name: string, columns: readonly string[]) =>
    createBatcher<readonly string[], undefined>(async (rows) => {
      const arrays = columns.map((_, column) => `$${column + 1}::text[]`).join(', ')
      await pool.query({
        name,
        text: `insert into ${name} (${columns.join(', ')}) select * from unnest(${arrays})`,
        values: columns.map((_, column) => rows.map((row) => row[column])),
      })
      return rows.map(() => undefined)
    }, rowsAtOnce)
  const messages = insert('message', ['thread_id', 'tenant_id', 'body'])
  const claims = insert('claim', ['key'])
  const outcomes = insert('outcome', ['key', 'ticket_id'])
  return {
    message: (tenantId, threadId, body) => messages([threadId, tenantId, body]),
    claim: (key) => claims([key]),
    outcome: (key, ticketId) => outcomes([key, ticketId]),
    close: () => pool.end(),
  }
}

const nothing = (): Promise<void> => Promise.resolve()

/** For a program that stores nothing. */
export const noDisk: MinimumDisk = { message: nothing, claim: nothing, outcome: nothing, close: nothing }
