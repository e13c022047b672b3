/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | JsonObject

/** A JSON object. A log gives it back equal by value; the order of its keys is not kept. */
export interface JsonObject {
  [key: string]: Json
}

/** What is known about an event besides what happened. Adapters store it as it is. */
export interface EventMetadata extends JsonObject {
  tenantId: string
  correlationId?: string
  causationId?: string
  /** The service that wrote it. */
  actor?: string
  /** The access key of whoever asked the API for it, and what it was called then. */
  keyId?: string
  keyName?: string
  traceparent?: string
}

/** An event that is not in the log yet. */
export interface NewEvent {
  /** Lower-case UUID, chosen by the caller; once per stream. */
  id: string
  type: string
  /** Positive integer: which version of the type's schema `data` follows. */
  schemaVersion: number
  data: JsonObject
  metadata: EventMetadata
}

/** A place in the order of all events. Opaque; compare two only with `compareCheckpoints`. */
export type Checkpoint = string

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  streamId: string
  /** 0 for the first event of a stream, then without a gap. */
  revision: number
  checkpoint: Checkpoint
  recordedAt: Date
}

/** `expectedRevision` of a stream that has no events. */
export const noStream = -1

/** What one writer adds to one stream. */
export interface StreamAppend {
  streamId: string
  /** Revision of the last event the writer saw, or `noStream`. */
  expectedRevision: number
  /** May be empty: then the stream's revision is only checked, as it is when the batch is written. */
  events: NewEvent[]
}

/** What to read of one stream. */
export interface StreamRead {
  streamId: string
  /** First revision wanted; 0 if not given. */
  fromRevision?: number
}

/** One page of all events, oldest first. */
export interface EventPage {
  events: RecordedEvent[]
  /**
   * What to pass as `after` for the next page: the last event's checkpoint, or the given `after` if the page is empty.
   */
  next: Checkpoint | undefined
}

/** Single streams: to read them and to add to them. */
export interface StreamLog {
  /**
   * Adds events to one or more streams in one round trip, all or nothing.
   *
   * Rejects with `RevisionConflict` when any stream is not at its expected revision, and then has written nothing. An
   * append whose answer was lost may be repeated: if the first attempt was recorded, the repeat is a
   * `RevisionConflict`. Rejects with `DuplicateEvent` when an event id is already in its stream although the revision
   * fits. Breaking the rules of `checkAppend` (the same stream twice, a malformed id …) is a programming error.
   */
  append(batch: readonly StreamAppend[]): Promise<void>

  /**
   * Events of one stream in ascending revision; empty if there are none. Sees an event as soon as its append resolved.
   */
  readStream(streamId: string, fromRevision?: number): Promise<RecordedEvent[]>

  /** Many streams in one round trip. The map has an entry for every stream asked for, in the order asked. */
  readStreams(requests: readonly StreamRead[]): Promise<Map<string, RecordedEvent[]>>
}

/**
 * The record of everything that happened. Every method may reject with `EventLogUnavailable`, after which
 * the same call may be repeated.
 */
export interface EventLog extends StreamLog {
  /**
   * Up to `limit` events after a checkpoint, in ascending checkpoint order and, within a stream, in ascending revision.
   * May show an event a little later than `readStream` does, but never skips one that commits late.
   */
  readAll(after: Checkpoint | undefined, limit: number): Promise<EventPage>

  /** Checkpoint of the newest event that `readAll` would return now; undefined if there is none. */
  head(): Promise<Checkpoint | undefined>

  /**
   * Calls `onWake` when something may have been appended, by this process or another. Only a hint: it may come without
   * cause, late, or be merged with others. Returns a function that ends the subscription.
   */
  subscribeWakeUps(onWake: () => void): Promise<() => Promise<void>>

  /** Ends subscriptions and background work. Every later call rejects with `EventLogUnavailable`. */
  close(): Promise<void>
}

/** An event with what else is stored beside it. */
export interface StoredEvent extends RecordedEvent {
  /** Proves that nobody has edited it or what came before it, in hexadecimal; undefined if it has none. */
  digest: string | undefined
  /** `recordedAt` in microseconds since 1970: the digest covers all of them. */
  recordedAtMicros: string
}

/**
 * A log that takes events as another one has recorded them, with their revisions and times. For restoring and moving, while no
 * service is at work in it.
 */
export interface LogCopy {
  /** As `EventLog.readAll`, with what else is stored beside each event. */
  read(after: Checkpoint | undefined, limit: number): Promise<{ events: StoredEvent[]; next: Checkpoint | undefined }>
  /** All or nothing, in the order given. What stands in that place already stays, so it may be repeated. */
  put(events: readonly StoredEvent[]): Promise<void>
  /** The newest event in the order of all; undefined if there is none. */
  last(): Promise<RecordedEvent | undefined>
}
