import { ensureStream, publish, readPage, type FeedSettings } from '@connector/feed'
import type { EventLog } from '@connector/event-log'
import type { NatsLink } from '@connector/nats'
import { OperationImpossible, type OperationContext, type OperationHandler } from '@connector/operations'
import type { Log, Tally } from '@connector/service-kit'
import { z } from 'zod'
import { isAbout } from './scope.ts'

/** What the public feed is published with; as `startFeed` has it. */
export interface RefeedDeps {
  log: Pick<EventLog, 'readAll'>
  nats: NatsLink | undefined
  prefix: string
  settings: FeedSettings
  logger: Log
  tally: Tally
}

/** Events per step: published in about a second, and passed over in some tens of milliseconds. */
const pageSize = 1_000

/** NATS is asked for again this often. */
const awayMs = 5_000

const place = z.object({ after: z.string().optional(), read: z.number(), published: z.number() })

/**
 * Publishes events again that were recorded since then. NATS knows them by the operation, too, or it would pass over what it has had
 * within its window; so what a step has published before it was cut short is not published twice.
 */
export function createRefeed(deps: RefeedDeps | undefined): OperationHandler {
  async function send({ operationId }: OperationContext, messages: Parameters<typeof publish>[1]): Promise<boolean> {
    const connection = deps?.nats?.current()
    if (!deps || !connection) return false
    await ensureStream(connection, deps.prefix, deps.settings.NATS_FEED_DAYS)
    await publish(connection, messages, ({ id }) => `${id}/${operationId}`)
    return true
  }

  return {
    async step(context, cursor) {
      if (deps?.nats === undefined || deps.settings.NATS_FEED === 'off')
        throw new OperationImpossible(
          'There is no public feed: NATS_URL and NATS_FEED=on are not set for the projector.',
        )
      const at = cursor === undefined ? { read: 0, published: 0 } : place.parse(cursor)
      const since = Date.parse(context.scope.since ?? '1970-01-01')
      const { events, messages, next } = await readPage(
        deps.log,
        at.after,
        deps,
        (event) => isAbout(context, event) && event.recordedAt.getTime() >= since,
        pageSize,
      )
      if (messages.length > 0 && !context.dryRun && !(await send(context, messages)))
        return { cursor: at, done: at.read, restMs: awayMs }
      const read = at.read + events.length
      const published = at.published + messages.length
      const isOver = events.length < pageSize
      return {
        cursor: { ...(next === undefined ? {} : { after: next }), read, published },
        done: read,
        ...(isOver ? { end: context.dryRun ? { wouldBePublished: published } : { published } } : {}),
      }
    },
  }
}
