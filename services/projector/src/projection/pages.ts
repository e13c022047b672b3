import type { EventLog, EventPage } from '@connector/event-log'
import { partOf, readModelParts } from '@connector/store'

/** Reads pages of events for some parts of the read models. */
export interface Pages {
  /** The page after a place, with what is of these parts. */
  read(after: string | null, parts: ReadonlySet<string>): Promise<EventPage>
  /** So many events come in pages of their own, to find the one among them that the database refuses. */
  oneByOne(events: number): void
  /** Whether the last page was as long as it could be: there is more to read at once. */
  isMore(): boolean
}

/** The first page after a rest: what a backlog begins with is worked on while the rest of it comes in. */
const firstPageSize = 250

/**
 * Pages grow as long as they are full, up to the largest. While a full one is written the one behind it is read: a rebuild then
 * costs the slower of the two.
 */
export function createPages(log: Pick<EventLog, 'readAll'>, largest: number): Pages {
  let pageSize = Math.min(firstPageSize, largest)
  let ahead: { after: string; parts: string; page: Promise<EventPage> } | undefined
  let single = 0
  let isMore = false

  const readFrom = (after: string | null, parts: ReadonlySet<string>, limit: number): Promise<EventPage> =>
    parts.size === readModelParts.length
      ? log.readAll(after ?? undefined, limit)
      : log.readAll(after ?? undefined, limit, (tenantId) => parts.has(partOf(tenantId)))

  const namesOf = (parts: ReadonlySet<string>): string => [...parts].join()

  function prepare(after: string, parts: ReadonlySet<string>): void {
    const page = readFrom(after, parts, pageSize)
    // Whoever takes the page meets the error; until then it is nobody's.
    page.catch(() => undefined)
    ahead = { after, parts: namesOf(parts), page }
  }

  return {
    async read(after, parts) {
      const prepared = ahead
      ahead = undefined
      if (single > 0) {
        single -= 1
        isMore = true
        return readFrom(after, parts, 1)
      }
      const isPrepared = prepared?.after === after && prepared.parts === namesOf(parts)
      const page = await (isPrepared ? prepared.page : readFrom(after, parts, pageSize))
      isMore = readIn(page) >= pageSize
      pageSize = Math.min(isMore ? 2 * pageSize : firstPageSize, largest)
      if (page.next !== undefined && isMore) prepare(page.next, parts)
      return page
    },
    oneByOne(events) {
      ahead = undefined
      single = events
      isMore = true
    },
    isMore: () => isMore,
  }
}

/** How many events a page has passed, those that were not wanted included. */
export const readIn = ({ events, skipped = 0 }: EventPage): number => events.length + skipped
