import type pg from 'pg'

/**
 * Checkpoint of the newest event in a database with an event log. The log's own `head` hides what is newer than the
 * oldest open transaction of the whole server, and in a test run other files keep some open.
 */
export async function newestCheckpoint(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ checkpoint: string }>(`
    select lpad(transaction_id::text, 20, '0') || '.' || lpad(position::text, 19, '0') as checkpoint
    from events order by transaction_id desc, position desc limit 1`)
  return rows[0]?.checkpoint
}
