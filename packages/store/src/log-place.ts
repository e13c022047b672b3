import { createPostgresEventLog, createPostgresLogCopy, type EventLog, type LogCopy } from '@connector/event-log'
import pg from 'pg'
import { assertSeesAll, BackupRefused } from './backup.ts'
import { connectWorker } from './connect.ts'
import { assertMigrated } from './restores.ts'

/** A log and what belongs to it, in one database, seen whole. */
export interface LogPlace {
  url: string
  pool: pg.Pool
  log: EventLog
  copy: LogCopy
  close(): Promise<void>
}

/** @throws {BackupRefused} when it is not a database of this version, or its login does not see everything */
export async function openLogPlace(url: string, whose: string): Promise<LogPlace> {
  const pool = new pg.Pool({ connectionString: url, max: 3, application_name: 'connector_copy' })
  pool.on('error', () => undefined)
  const log = createPostgresEventLog({ pool, onError: () => undefined })
  const close = async (): Promise<void> => {
    await log.close()
    await pool.end()
  }
  try {
    await assertSeesAll(pool, whose)
    const worker = connectWorker({ url, max: 1 })
    try {
      await assertMigrated(worker)
    } finally {
      await worker.close()
    }
    return { url, pool, log, copy: createPostgresLogCopy(pool), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A service that works in it would write beside the copy. @throws {BackupRefused} */
export async function assertAtRest({ pool }: LogPlace): Promise<void> {
  const { rows } = await pool.query<{ service: string }>(
    'select service from workers where expires_at > now() order by service limit 1',
  )
  const [atWork] = rows
  if (atWork)
    throw new BackupRefused(
      `The service ${atWork.service} is at work in the database that is written into. Stop all services there first.`,
    )
}
