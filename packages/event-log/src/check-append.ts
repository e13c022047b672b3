import { noStream, type NewEvent, type StreamAppend, type StreamRead } from './port.ts'

/**
 * Longest stream id in UTF-8 bytes. Far above any id in use, and low enough for every store's index (PostgreSQL: 2704
 * bytes a row).
 */
export const maxStreamIdBytes = 1024

const maxInteger = 2 ** 31 - 1
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
// A NUL or half a surrogate pair would be refused or silently changed on the way to a store.
const unstorable = /[\0\p{Surrogate}]/u

/**
 * The rules of a batch that every adapter shares, checked before anything is sent: each stream once; revisions whole
 * numbers from `noStream`; event ids lower-case UUIDs, once per stream. Breaking one is a programming error and throws
 * a TypeError.
 */
export function checkAppend(batch: readonly StreamAppend[]): void {
  const seen = new Set<string>()
  for (const { streamId, expectedRevision, events } of batch) {
    checkStreamId(streamId)
    if (seen.has(streamId)) throw new TypeError(`Stream ${streamId} is twice in one append`)
    seen.add(streamId)
    if (
      !Number.isInteger(expectedRevision) ||
      expectedRevision < noStream ||
      expectedRevision > maxInteger - events.length
    ) {
      throw new TypeError(`Stream ${streamId} has the impossible expected revision ${expectedRevision}`)
    }
    checkEvents(streamId, events)
  }
}

/** Throws a TypeError unless the text can be the id of a stream in every adapter. */
export function checkStreamId(streamId: string): void {
  // A $ at the beginning means a stream of the server's own in EventStoreDB.
  const isUsable = streamId !== '' && !streamId.startsWith('$') && !unstorable.test(streamId)
  if (!isUsable || Buffer.byteLength(streamId) > maxStreamIdBytes) {
    throw new TypeError(
      `Not a stream id: ${JSON.stringify(streamId.slice(0, 80))} (1 to ${maxStreamIdBytes} bytes, no NUL, no half characters, no $ in front)`,
    )
  }
}

/** Throws a TypeError unless the value can be the first revision of a read. */
export function checkFromRevision(fromRevision: number): void {
  if (!Number.isInteger(fromRevision) || fromRevision < 0 || fromRevision > maxInteger) {
    throw new TypeError(`Not a revision to read from: ${fromRevision}`)
  }
}

function checkEvents(streamId: string, events: readonly NewEvent[]): void {
  const ids = new Set<string>()
  for (const { id, type, schemaVersion } of events) {
    if (!uuid.test(id)) throw new TypeError(`Not a lower-case UUID as event id: ${JSON.stringify(id)}`)
    if (ids.has(id)) throw new TypeError(`Event ${id} is twice in stream ${streamId}`)
    ids.add(id)
    if (type === '' || unstorable.test(type)) throw new TypeError(`Event ${id} has no usable type`)
    if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > maxInteger) {
      throw new TypeError(`Event ${id} has the impossible schema version ${schemaVersion}`)
    }
  }
}

/** Throws a TypeError unless the requests can be read at once. */
export function checkReads(requests: readonly StreamRead[]): void {
  for (const { streamId, fromRevision = 0 } of requests) {
    checkStreamId(streamId)
    checkFromRevision(fromRevision)
  }
  if (new Set(requests.map(({ streamId }) => streamId)).size < requests.length) {
    throw new TypeError('A stream is twice in one read')
  }
}

/** Throws a TypeError unless a page can have so many events. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1) throw new TypeError(`Not a page size: ${limit}`)
}
