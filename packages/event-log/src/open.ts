import type { EventStoreSettings, StoreCopy } from './eventstore/settings.ts'
import type { EventLog } from './port.ts'
import { createPostgresEventLog, type PostgresEventLogOptions } from './postgres/event-log.ts'

/** Where a log is, and what it needs. */
export interface EventLogSettings extends PostgresEventLogOptions {
  /** An EventStoreDB; undefined: the log is a table of the database. */
  eventStore?: EventStoreSettings | undefined
  /** The time that is written beside events where the log has no clock of its own. */
  now?: () => Date
}

/**
 * Opens the log where the settings say it is: the only place that chooses.
 * @throws {LogNotReadable} when the server is one that the log cannot be kept in
 */
export async function openEventLog({ eventStore, now, ...options }: EventLogSettings): Promise<EventLog> {
  if (!eventStore) return createPostgresEventLog(options)
  // Nobody else pays for the client: 10 MB, and a second to load.
  const { openEventStoreLog } = await import('./eventstore/event-log.ts')
  return openEventStoreLog({ ...options, ...eventStore, ...(now ? { now } : {}) })
}

/** @throws when the server is away or too old */
export async function openStoreCopy(settings: EventStoreSettings): Promise<StoreCopy> {
  const { openEventStoreCopy } = await import('./eventstore/log-copy.ts')
  return openEventStoreCopy(settings)
}
