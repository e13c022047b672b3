import { decodeEvent, eventTypes, UnreadableEvent, type DomainEvent } from '@connector/domain/events'
import { noStream, type JsonObject, type RecordedEvent } from '@connector/event-log'
import { atMost, inSpan, type Span } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { Append } from './appender.ts'
import type { Read } from './reader.ts'

/** A state and the revision of the last event in it. */
export interface Loaded<S> {
  state: S
  revision: number
}

/** A state as far as this version can read the stream. */
export interface LoadedSoFar<S> extends Loaded<S> {
  /** Where it cannot: why, and the events from there on. */
  unread?: { why: UnreadableEvent; events: readonly RecordedEvent[] }
}

/** What led to a change; with the access key of whoever asked for it, where somebody did. */
export type Cause = string | { id: string; keyId: string; keyName: string }

const causeMetadata = (cause: Cause): Record<string, string> =>
  typeof cause === 'string'
    ? { causationId: cause }
    : { causationId: cause.id, keyId: cause.keyId, keyName: cause.keyName }

/** The trace that an event belongs to goes with it, for the effects that follow; without one, the event is as it was before there were any. */
const tracedBy = ({ traceparent }: Span): Record<string, string> => (traceparent === undefined ? {} : { traceparent })

/** Another writer was faster this many times in a row; the caller's own retry takes over. */
export class TooManyConflicts extends Error {
  readonly code = 'repository.too_many_conflicts'
}

const maxConflicts = 10

export interface StreamKind<S, E extends DomainEvent> {
  empty: S
  accepts: (event: DomainEvent) => event is E
  evolve: (state: S, event: E, recordedAt: Date) => S
  eventId: (streamId: string, event: E, revision: number) => string
  /** States kept in memory; of one that is not, the whole stream is read and folded again. */
  kept: number
}

/** States folded from streams, kept in memory and brought up to date by reading only what is new. */
export interface Streams<S, E extends DomainEvent> {
  /**
   * Up to date with the log at the moment of the call.
   * @throws {UnreadableEvent}
   */
  load(target: { streamId: string; tenantId: string }): Promise<Loaded<S>>
  /** For whoever only shows it, or asks about it among others: what cannot be read stops its own stream, and no question about it. */
  loadSoFar(target: { streamId: string; tenantId: string }): Promise<LoadedSoFar<S>>
  /**
   * Decides on the newest state and appends the result; decides again when another writer was faster.
   * @returns the events that were appended, none when there was nothing to say
   */
  change(
    target: { streamId: string; tenantId: string; about: Record<string, string>; causedBy: Cause },
    decide: (state: S) => E[],
  ): Promise<E[]>
}

function tryDecide<S, E>(decide: (state: S) => E[], state: S): E[] | Error {
  try {
    return decide(state)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

export function createStreams<S, E extends DomainEvent>(
  { read, append }: { read: Read; append: Append },
  actor: string,
  kind: StreamKind<S, E>,
): Streams<S, E> {
  const cache = new LRUCache<string, { value: Loaded<S> }>(atMost(kind.kept))

  const initial: Loaded<S> = { state: kind.empty, revision: noStream }

  /** What cannot be folded is as good as what cannot be read: it stops its own stream. */
  function foldOne(streamId: string, state: S, stored: RecordedEvent): S {
    try {
      const event = decodeEvent(stored)
      if (!kind.accepts(event)) throw new Error(`Event ${event.type} does not belong there.`)
      return kind.evolve(state, event, stored.recordedAt)
    } catch (error) {
      if (error instanceof UnreadableEvent) throw error
      const why = error instanceof Error ? error.message : String(error)
      throw new UnreadableEvent(`The events of ${streamId} cannot be folded: ${why}`, { cause: error })
    }
  }

  /** @returns how far it came, and why no further */
  function fold(streamId: string, from: Loaded<S>, recorded: readonly RecordedEvent[]): LoadedSoFar<S> {
    let loaded = from
    for (const [place, stored] of recorded.entries())
      try {
        loaded = { state: foldOne(streamId, loaded.state, stored), revision: loaded.revision + 1 }
      } catch (error) {
        if (!(error instanceof UnreadableEvent)) throw error
        return { ...loaded, unread: { why: error, events: recorded.slice(place) } }
      }
    return loaded
  }

  async function loadSoFar({ streamId, tenantId }: { streamId: string; tenantId: string }): Promise<LoadedSoFar<S>> {
    const known = cache.get(streamId)?.value ?? initial
    const recorded = await read({ streamId, tenantId, fromRevision: known.revision + 1 })
    const { unread, ...value } = fold(streamId, known, recorded)
    cache.set(streamId, { value })
    return unread ? { ...value, unread } : value
  }

  async function load(target: { streamId: string; tenantId: string }): Promise<Loaded<S>> {
    const { unread, ...loaded } = await loadSoFar(target)
    if (unread) throw unread.why
    return loaded
  }

  return {
    load,
    loadSoFar,
    async change(target, decide) {
      const { streamId, tenantId, about, causedBy } = target
      let loaded = cache.get(streamId)?.value ?? (await load(target))
      for (let conflicts = 0; conflicts < maxConflicts; conflicts++) {
        const current = loaded
        const events = tryDecide(decide, current.state)
        // "Nothing new" and "not allowed" are only believed of the newest state.
        if (events instanceof Error || events.length === 0) {
          loaded = await load(target)
          if (loaded.revision > current.revision) continue
          if (events instanceof Error) throw events
          return []
        }
        const facts = { 'connector.stream': streamId, 'connector.events': events.map(({ type }) => type).join(' ') }
        const appended = await inSpan('append', { facts }, (span) =>
          append({
            tenantId,
            streamId,
            expectedRevision: current.revision,
            events: events.map((event, index) => ({
              id: kind.eventId(streamId, event, current.revision + 1 + index),
              type: event.type,
              schemaVersion: eventTypes[event.type].version,
              data: event.data as JsonObject,
              metadata: {
                tenantId,
                correlationId: streamId,
                ...causeMetadata(causedBy),
                actor,
                ...about,
                ...tracedBy(span),
              },
            })),
          }),
        )
        // Our own events are read back with everyone else's, so that the cached state has the log's times.
        if (appended) return events
        loaded = await load(target)
      }
      throw new TooManyConflicts(`Stream ${streamId} changed ${maxConflicts} times while an event was being added.`)
    },
  }
}
