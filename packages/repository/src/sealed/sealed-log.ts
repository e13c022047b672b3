import { setImmediate } from 'node:timers/promises'
import { personalPlan } from '@connector/domain/events'
import {
  storedField,
  type EventLog,
  type EventPage,
  type NewEvent,
  type RecordedEvent,
  type StreamAppend,
  type StreamLog,
} from '@connector/event-log'
import { seal, tryOpen, type ConversationKeys, type KeyName, type TenantConnection } from '@connector/store'
import { createKeyRing } from './key-ring.ts'
import { openData, sealData } from './seal-data.ts'

/** Opened without a pause: 100 events take about 5 ms, and others of the process wait meanwhile. */
const atOnce = 200

/**
 * Whose key seals an event: its conversation's. What could not be read stands in the stream of its shop and may be anybody's, so each such input
 * has a key of its own.
 */
export const keyOwnerOf = (streamId: string, { id, type }: Pick<NewEvent, 'id' | 'type'>): string =>
  type === 'InputUnreadable' ? `${streamId}/${id}` : streamId

const hasPersonal = ({ type }: NewEvent): boolean => personalPlan(type) !== undefined

const generationOf = ({ metadata }: NewEvent): number | undefined => {
  const sealed = storedField(metadata, 'sealed')
  return typeof sealed === 'number' ? sealed : undefined
}

const associated = (tenantId: string, streamId: string, eventId: string, field: string): string =>
  JSON.stringify([tenantId, streamId, eventId, field])

function sealEvent(
  streamId: string,
  event: NewEvent,
  { generation, key }: { generation: number; key: Buffer },
): NewEvent {
  const { tenantId } = event.metadata
  const fields: string[] = []
  const data = sealData(event.type, event.data, (text, field) => {
    fields.push(field)
    return seal(key, Buffer.from(text), associated(tenantId, streamId, event.id, field)).toString('base64')
  })
  return fields.length > 0 ? { ...event, data, metadata: { ...event.metadata, sealed: generation } } : event
}

function keyNameOf(event: RecordedEvent): KeyName | undefined {
  const generation = generationOf(event)
  if (generation === undefined) return undefined
  return { tenantId: event.metadata.tenantId, owner: keyOwnerOf(event.streamId, event), generation }
}

/** One that is not as we write them is given as it is: whoever reads it finds that it fits no schema, and stops at it alone. */
function openEvent<E extends RecordedEvent>(event: E, key: Buffer | 'erased'): E {
  try {
    return openedWith(event, key)
  } catch {
    return event
  }
}

function openedWith<E extends RecordedEvent>(event: E, key: Buffer | 'erased'): E {
  const { streamId, id, type, metadata } = event
  if (key === 'erased')
    return { ...event, data: openData(type, event.data, 'erased'), metadata: { ...metadata, erased: true } }
  const data = openData(type, event.data, (sealed, field) =>
    tryOpen(key, Buffer.from(sealed, 'base64'), associated(metadata.tenantId, streamId, id, field))?.toString('utf8'),
  )
  return { ...event, data }
}

/** An erasure as its event tells of it. */
function erasureIn({
  type,
  streamId,
  data,
  metadata,
}: RecordedEvent | (NewEvent & { streamId: string })): KeyName | undefined {
  const generation = storedField(data, 'generation')
  return type === 'BuyerErased' && typeof generation === 'number'
    ? { tenantId: metadata.tenantId, owner: streamId, generation }
    : undefined
}

/**
 * A log in which the texts of buyers are sealed, each conversation under a key of its own: whoever reads and writes through it knows
 * nothing of that. A text whose key was erased is read as the word that stands for it; events that were written before are
 * read as they are.
 * @param connectionOf connections that see one tenant; without it, the pool sees all of them
 */
export function createSealedLog(
  log: EventLog,
  keys: ConversationKeys,
  pool: TenantConnection,
  connectionOf: (tenantId: string) => TenantConnection = () => pool,
): EventLog {
  const ring = createKeyRing(keys)

  async function sealed(connection: TenantConnection, batch: readonly StreamAppend[]): Promise<StreamAppend[]> {
    const owners = batch.flatMap(({ streamId, events }) =>
      events.filter(hasPersonal).map((event) => ({
        tenantId: event.metadata.tenantId,
        owner: keyOwnerOf(streamId, event),
      })),
    )
    if (owners.length === 0) return [...batch]
    const found = await ring.toSeal(connection, owners)
    let place = 0
    return batch.map((append) => ({
      ...append,
      events: append.events.map((event) => {
        const key = hasPersonal(event) ? found[place++] : undefined
        return key ? sealEvent(append.streamId, event, key) : event
      }),
    }))
  }

  async function opened<E extends RecordedEvent>(connection: TenantConnection, events: readonly E[]): Promise<E[]> {
    // First: what an erasure was about is gone for whoever can see that it was, whatever this process remembers.
    for (const event of events) {
      const erasure = erasureIn(event)
      if (erasure) ring.erased(erasure)
    }
    const names = events.flatMap((event) => keyNameOf(event) ?? [])
    if (names.length === 0) return [...events]
    const keyOf = await ring.toOpen(connection, names)
    const result: E[] = []
    for (const event of events) {
      const name = keyNameOf(event)
      const key = name && keyOf(name)
      result.push(key === undefined ? event : openEvent(event, key))
      if (result.length % atOnce === 0 && result.length < events.length) await setImmediate()
    }
    return result
  }

  const over = (streams: StreamLog, connection: TenantConnection): StreamLog => ({
    async append(batch) {
      const results = await streams.append(await sealed(connection, batch))
      for (const [index, { streamId, events }] of batch.entries())
        for (const event of results[index] === 'appended' ? events : []) {
          const erasure = erasureIn({ ...event, streamId })
          if (erasure) ring.erased(erasure)
        }
      return results
    },
    async readStream(streamId, fromRevision) {
      return opened(connection, await streams.readStream(streamId, fromRevision))
    },
    async readStreams(requests) {
      const found = await streams.readStreams(requests)
      const all = await opened(connection, [...found.values()].flat())
      const result = new Map<string, RecordedEvent[]>([...found.keys()].map((streamId) => [streamId, []]))
      for (const event of all) result.get(event.streamId)?.push(event)
      return result
    },
  })

  return {
    ...over(log, pool),
    forTenant(tenantId) {
      const ofTenant = log.forTenant(tenantId)
      return {
        ...over(ofTenant, connectionOf(tenantId)),
        streamIds: (prefix, since) => ofTenant.streamIds(prefix, since),
      }
    },
    async readAll(after, limit, wants): Promise<EventPage> {
      const page = await log.readAll(after, limit, wants)
      return { ...page, events: await opened(pool, page.events) }
    },
    async readChain(after, limit) {
      const page = await log.readChain(after, limit)
      return { ...page, events: await opened(pool, page.events) }
    },
    head: () => log.head(),
    recordedAfter: (after) => log.recordedAfter(after),
    subscribeWakeUps: (onWake) => log.subscribeWakeUps(onWake),
    wakeOthers: () => log.wakeOthers(),
    close: () => log.close(),
  }
}
