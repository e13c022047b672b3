/** Some stream was not at the revision its writer expected; nothing was written. Read again and decide anew. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict'
  readonly code = 'event_log.revision_conflict'
  /** The streams that had moved on, as far as the adapter knows; may be incomplete or empty. */
  readonly streamIds: readonly string[]

  constructor(streamIds: readonly string[], options?: ErrorOptions) {
    const known = streamIds.length > 0 ? ` in ${summarise(streamIds)}` : ''
    super(`A stream was not at its expected revision${known}; nothing was appended.`, options)
    this.streamIds = streamIds
  }
}

/** An event id is already in its stream although the revision fits; nothing was written. */
export class DuplicateEvent extends Error {
  override readonly name = 'DuplicateEvent'
  readonly code = 'event_log.duplicate_event'

  constructor(options?: ErrorOptions) {
    super('An event id is already in its stream; nothing was appended.', options)
  }
}

/**
 * The log could not be reached or gave no answer. An append may or may not have been recorded; repeating it is safe.
 */
export class EventLogUnavailable extends Error {
  override readonly name = 'EventLogUnavailable'
  readonly code = 'event_log.unavailable'

  constructor(reason: string, options?: ErrorOptions) {
    super(`The event log is unavailable: ${reason}`, options)
  }
}

/** The stored log cannot be read completely in this installation; the message says what to do. No retry helps. */
export class LogNotReadable extends Error {
  override readonly name = 'LogNotReadable'
  readonly code = 'event_log.not_readable'
}

// A batch may hold 1000 streams; a log line should not.
function summarise(streamIds: readonly string[]): string {
  const shown = streamIds.slice(0, 5).join(', ')
  return streamIds.length > 5 ? `${shown} and ${streamIds.length - 5} more` : shown
}
