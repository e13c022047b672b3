import type { EventLog, LogCopy } from '../port.ts'

export interface EventStoreSettings {
  /** `esdb://host:2113?tls=false`, or several hosts with commas between them. */
  url: string
  /** In front of the name of every stream of this installation. */
  prefix: string
}

/** The log of an EventStoreDB, for moving it; for a database see `createPostgresLogCopy`. */
export interface StoreCopy {
  log: Pick<EventLog, 'readStream'>
  copy: LogCopy
  close(): Promise<void>
}
