import type { EventLog, RecordedEvent } from '@connector/event-log'
import { UnreadableEvent } from '@connector/domain/events'
import type { Log, Tally } from '@connector/service-kit'
import { toFeedMessage, Unpublishable, type FeedMessage } from './message.ts'

/** Events read and published at once; a page is through in some tens of milliseconds. */
export const pageSize = 200

interface FeedPage {
  messages: FeedMessage[]
  events: RecordedEvent[]
  next: string | undefined
}

/** One fault has one victim: an event that cannot be published is told and counted, and the others go on. */
function messagesOf(
  events: readonly RecordedEvent[],
  prefix: string,
  { logger, tally }: { logger: Log; tally: Tally },
): FeedMessage[] {
  return events.flatMap((event) => {
    try {
      return toFeedMessage(prefix, event) ?? []
    } catch (error) {
      if (!(error instanceof Unpublishable || error instanceof UnreadableEvent)) throw error
      tally.add('feed_events_left_out_total', { type: event.type }, 1)
      logger.error(
        { tenantId: event.metadata.tenantId, eventId: event.id, reason: event.type, code: error.code },
        'An event is left out of the feed',
      )
      return []
    }
  })
}

/** A page of the log as it is stored, and what is published of it. @param isWanted narrows it; nothing is told of the others */
export async function readPage(
  log: Pick<EventLog, 'readAll'>,
  after: string | undefined,
  { prefix, ...told }: { prefix: string; logger: Log; tally: Tally },
  isWanted: (event: RecordedEvent) => boolean = () => true,
  limit = pageSize,
): Promise<FeedPage> {
  const { events, next } = await log.readAll(after, limit)
  return { events, next, messages: messagesOf(events.filter(isWanted), prefix, told) }
}
