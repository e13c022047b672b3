import { LogNotReadable, type EventLog } from '@connector/event-log'
import type pg from 'pg'
import { slowestPart } from './read-model-parts.ts'

/** Since when the read models are behind the log; undefined when they show all of it. */
export type BehindSince = () => Promise<Date | undefined>

/** However many ask at the same moment, the log is asked this seldom. */
const freshForMs = 100

/**
 * Asked of the log, wherever it is.
 * @param log of a role that may follow all of it; in PostgreSQL the API may ask just this, too
 */
export function createBehindSince(log: Pick<EventLog, 'recordedAfter'>, pool: pg.Pool): BehindSince {
  let known: { at: number; since: Promise<Date | undefined> } | undefined

  async function read(): Promise<Date | undefined> {
    const { rows } = await pool.query<{ position: string | null }>(`select ${slowestPart} as position`)
    try {
      return await log.recordedAfter(rows[0]?.position ?? undefined)
    } catch (error) {
      // What they show is of another log: nothing of this one.
      if (error instanceof LogNotReadable) return log.recordedAfter(undefined)
      throw error
    }
  }

  return async () => {
    const at = performance.now()
    if (!known || at - known.at >= freshForMs) known = { at, since: read() }
    const asked = known
    try {
      return await asked.since
    } catch (error) {
      if (known === asked) known = undefined
      throw error
    }
  }
}
