/** Some streams were not at the revisions their writer expected, and got nothing. Read again and decide anew. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict'
  readonly code = 'event_log.revision_conflict'
  readonly streamIds: readonly string[]

  constructor(streamIds: readonly string[]) {
    super(`Not at the expected revision: ${summarise(streamIds)}; nothing was appended there.`)
    this.streamIds = streamIds
  }
}

/** Whoever may see one tenant wanted to write for another. */
export class ForeignTenant extends Error {
  override readonly name = 'ForeignTenant'
  readonly code = 'event_log.foreign_tenant'
}

/** The server takes no append this large; no retry helps. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge'
  readonly code = 'event_log.append_too_large'
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
