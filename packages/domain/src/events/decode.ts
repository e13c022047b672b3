import type { z } from 'zod'
import type { Versioned } from './event-type.ts'
import { eventTypes, type DomainEvent, type EventName } from './event-types.ts'

export interface StoredEvent {
  type: string
  schemaVersion: number
  data: Record<string, unknown>
}

/** A stored event this code cannot read. Readers stop on it: going on would lose what it says. */
export class UnreadableEvent extends Error {
  readonly code = 'event.unreadable'
}

const isEventName = (type: string): type is EventName => Object.hasOwn(eventTypes, type)

/** Brings `data` from the version it was written in to the newest one, step by step. */
export function upcast<S extends z.ZodType>(type: Versioned<S>, name: string, event: StoredEvent): z.infer<S> {
  if (event.schemaVersion > type.version)
    throw new UnreadableEvent(
      `${name} was written in version ${event.schemaVersion}, this code knows ${type.version}. Deploy the newer version first.`,
    )
  let data = event.data
  for (let version = event.schemaVersion; version < type.version; version++) {
    const step = type.upcast[version]
    if (!step) throw new UnreadableEvent(`${name} version ${version} has no step to version ${version + 1}.`)
    data = step(data)
  }
  const parsed = type.schema.safeParse(data)
  if (!parsed.success) throw new UnreadableEvent(`${name} does not fit its schema: ${parsed.error.message}`)
  return parsed.data
}

/** @throws {UnreadableEvent} for an unknown type, a newer version or data that does not fit */
export function decodeEvent(stored: StoredEvent): DomainEvent {
  if (!isEventName(stored.type)) throw new UnreadableEvent(`Event type ${stored.type} is unknown to this version.`)
  const type: Versioned<z.ZodType> = eventTypes[stored.type]
  return { type: stored.type, data: upcast(type, stored.type, stored) } as DomainEvent
}
