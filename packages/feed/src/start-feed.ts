import { randomUUID } from 'node:crypto'
import type { EventLog } from '@connector/event-log'
import type { NatsConnection, NatsLink } from '@connector/nats'
import { startLoop, type Log, type Loop, type Tally } from '@connector/service-kit'
import type { WorkerStore } from '@connector/store'
import { createFeedLease } from './lease.ts'
import { pageSize, readPage } from './pages.ts'
import type { FeedSettings } from './settings.ts'
import { ensureStream, publish } from './stream.ts'

export interface FeedOptions {
  /** As it is stored: what is sealed stays so. */
  log: Pick<EventLog, 'readAll' | 'head'>
  store: WorkerStore
  nats: NatsLink | undefined
  prefix: string
  settings: FeedSettings
  logger: Log
  tally: Tally
  /** How long the lease lasts, in ms. */
  ttlMs: number
}

/** At the end of the log; a wake-up ends the rest early. */
const idleMs = 1_000

/** That all is published is written down this often, or a feed that cannot read the log would count as up to date. */
const lookedEveryMs = 10_000

/** While NATS is away, and while another process publishes. */
const waitingMs = 5_000

/** The settings want no feed: looked at this often, since a process that had another setting may have ended meanwhile. */
const unwantedMs = 600_000

/**
 * Publishes the log on JetStream, behind a checkpoint of its own that moves when NATS has acknowledged: each event at least once, and in the
 * order of the log. One process at a time; runs in the projector.
 */
export function startFeed({ log, store, nats, prefix, settings, logger, tally, ttlMs }: FeedOptions): Loop {
  const lease = createFeedLease(store, randomUUID(), ttlMs)
  if (nats === undefined && settings.NATS_FEED === 'on')
    logger.warn({}, 'NATS_FEED is on, and NATS_URL names no NATS: there is no feed')
  const isWanted = nats !== undefined && settings.NATS_FEED === 'on'
  /** The connection on which the stream was there. */
  let ensuredOn: NatsConnection | undefined
  /** How far the feed is, while the lease is ours for sure. */
  let held: { position: string | undefined; until: number } | undefined
  let wasBehind = false
  let writtenAt = -Infinity

  async function hold(): Promise<typeof held> {
    if (held && performance.now() < held.until) return held
    const startedAt = performance.now()
    const taken = await lease.take()
    if (!taken) return (held = undefined)
    let { position } = taken
    if (position === undefined) {
      position = await log.head()
      if (position !== undefined) {
        await lease.write({ position, behindSince: undefined })
        logger.info(
          {},
          'The feed begins with what happens from now on; what was before is published by npm run operate -- refeed',
        )
      }
    }
    return (held = { position, until: startedAt + ttlMs / 3 })
  }

  async function keep(position: string | undefined, behindSince: Date | undefined): Promise<void> {
    const isOurs = await lease.write({ position, behindSince })
    held = isOurs && held ? { ...held, position } : undefined
    wasBehind = behindSince !== undefined
    writtenAt = performance.now()
  }

  async function step(): Promise<number> {
    if (!isWanted) {
      await lease.unwanted()
      return unwantedMs
    }
    const ours = await hold()
    if (!ours) return waitingMs
    const { messages, events, next } = await readPage(log, ours.position, { prefix, logger, tally })
    const [oldest] = events
    if (!oldest) {
      if (wasBehind || performance.now() - writtenAt > lookedEveryMs) await keep(ours.position, undefined)
      return idleMs
    }
    const connection = nats.current()
    try {
      if (messages.length > 0) {
        if (!connection) throw new Error('NATS is away')
        if (ensuredOn !== connection) await ensureStream(connection, prefix, settings.NATS_FEED_DAYS)
        ensuredOn = connection
        await publish(connection, messages)
      }
    } catch (error) {
      ensuredOn = undefined
      await keep(ours.position, oldest.recordedAt)
      // That NATS is away is told where its connection is kept.
      if (connection) throw error
      return idleMs
    }
    tally.add('feed_events_published_total', {}, messages.length)
    await keep(next, undefined)
    return events.length < pageSize ? idleMs : 0
  }

  const loop = startLoop({ log: logger, operation: 'feed', step })
  return {
    wake() {
      // Whoever waits for NATS, or for another process, looks again soon enough.
      if (held && !wasBehind) loop.wake()
    },
    async stop() {
      await loop.stop()
      await lease.release().catch((error: unknown) => logger.warn({ error }, 'The feed could not be given back'))
    },
  }
}
