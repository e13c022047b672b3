import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openEventLog, type EventLog } from '../../src/index.ts'

const url = process.env['EVENTSTORE_URL']

/** Why tests on EventStoreDB cannot run here, or undefined. No package registry has the server. */
export const noEventStore: string | undefined =
  url === undefined || url === ''
    ? 'EVENTSTORE_URL names no EventStoreDB (esdb://127.0.0.1:2113?tls=false): this half of the contract is not tested here'
    : undefined

const eventStoreUrl = url ?? ''

/** In front of the streams of one test file. */
export const freshPrefix = (): string => `t${randomUUID().replaceAll('-', '')}_`

/** A log on the server that the tests are told of; wakes its own process only. */
export async function openStoreLog(
  prefix: string,
  errors: unknown[] = [],
): Promise<{ log: EventLog; dispose: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: process.env['TEST_DATABASE_URL'], max: 2 })
  pool.on('error', (error) => errors.push(error))
  const log = await openEventLog({
    eventStore: { url: eventStoreUrl, prefix },
    pool,
    pollMs: 600_000,
    onError: (error) => errors.push(error),
  })
  return {
    log,
    async dispose() {
      await log.close()
      await pool.end()
    },
  }
}
