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
   * What to pass as `after` for the next page: the last event's checkpoint, be it wanted or not, or the given `after` if the
   * page is empty.
   */
  next: Checkpoint | undefined
  /** How many of the page are left out, since whoever reads did not want them; not there where none are. */
  skipped?: number
}

/** What became of one stream of an append. */
export type Appended = 'appended' | 'conflict'

/** Single streams: to read them and to add to them. */
export interface StreamLog {
  /**
   * Adds events to one or more streams in one call. Each stream gets all of its events or none, and one that was not at its
   * expected revision is a `conflict` and keeps none of the others from being appended.
   *
   * After `EventLogUnavailable` each stream may or may not have been written, and the same append may be repeated: what was
   * recorded the first time is recorded once, and the repeat is told `appended` or `conflict`. Of writers that append events
   * with the same ids at the same place at most one is recorded, whatever the others are told. An event id that is in its
   * stream already may be a conflict, or be recorded again where the revision fits: whoever appends folds the stream first.
   * Breaking the rules of `checkAppend` (the same stream twice, a malformed id …) is a programming error.
   * @returns for each stream, in the order given
   */
  append(batch: readonly StreamAppend[]): Promise<readonly Appended[]>

  /**
   * Events of one stream in ascending revision; empty if there are none. Sees an event as soon as its append resolved.
   */
  readStream(streamId: string, fromRevision?: number): Promise<RecordedEvent[]>

  /** Many streams in one call. The map has an entry for every stream asked for, in the order asked. */
  readStreams(requests: readonly StreamRead[]): Promise<Map<string, RecordedEvent[]>>
}

/** The streams of one tenant: no event of another is seen through it, and none can be written. */
export interface TenantLog extends StreamLog {
  /**
   * Ids of the tenant's streams that begin with a text, in no order.
   * @param since ids of streams that began up to there may be left out: some logs can only look at everything since
   */
  streamIds(prefix: string, since: Checkpoint | undefined): Promise<string[]>
}

/**
 * The record of everything that happened. Every method may reject with `EventLogUnavailable`, after which
 * the same call may be repeated.
 */
export interface EventLog extends StreamLog {
  /** The log as one tenant may see it. Streams are named `{kind}-{tenantId}` or `{kind}-{tenantId}-…`. */
  forTenant(tenantId: string): TenantLog

  /**
   * Up to `limit` events after a checkpoint, in ascending checkpoint order and, within a stream, in ascending revision.
   * May show an event a little later than `readStream` does, but never skips one that commits late. Rejects with
   * `LogNotReadable` where the event of the checkpoint is not in this log: it is of another log, or of a state of this one
   * that was restored away.
   * @param wants events of other tenants are left out before anything is made of them; they count for the limit. One that
   *   names no tenant is asked for as ''
   */
  readAll(after: Checkpoint | undefined, limit: number, wants?: (tenantId: string) => boolean): Promise<EventPage>

  /** As `readAll`, with the digests that chain the events. Goes on behind an event that is missing: that is its to find. */
  readChain(after: Checkpoint | undefined, limit: number): Promise<ChainedPage>

  /** Checkpoint of the newest event that `readAll` would return now; undefined if there is none. */
  head(): Promise<Checkpoint | undefined>

  /** When the first event after a checkpoint was recorded: since then whoever stands there is behind. Undefined if there is none. */
  recordedAfter(after: Checkpoint | undefined): Promise<Date | undefined>

  /**
   * Calls `onWake` when something may have been appended, by this process or another. Only a hint: it may come without
   * cause, late, or be merged with others. Returns a function that ends the subscription.
   */
  subscribeWakeUps(onWake: () => void): Promise<() => Promise<void>>

  /** Wakes those who follow the log in other processes, since what was made of it has changed. As little to rely on. */
  wakeOthers(): void

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
  /** The event of a checkpoint; undefined if there is none there. */
  at(checkpoint: Checkpoint): Promise<RecordedEvent | undefined>
  /** The newest event in the order of all; undefined if there is none. */
  last(): Promise<RecordedEvent | undefined>
}

/** An event with what proves that nobody has changed it since. */
export interface ChainedEvent extends RecordedEvent {
  /** Of what is stored: of the sealed form, where a text is sealed. */
  content: Buffer
  /** Of the event and of the ones before it in its stream; undefined for what was written before there were any. */
  digest: Buffer | undefined
  /** When the database took it, in microseconds since 1970: its digest covers all of them. */
  recordedAtMicros: string
}

export interface ChainedPage {
  events: ChainedEvent[]
  next: Checkpoint | undefined
}
