import { failure, FailureCode, type Failure } from '@connector/outbound-http'
import type { ThuliumClient } from '@connector/thulium'
import { timed, type CallTimes } from './call-times.ts'

/** Tickets per page: the most that Thulium gives, and fewer where a page is larger than we take. */
const pageSizes = [100, 25, 5, 1] as const

/** Pages have up to this much in common: a ticket that is deleted meanwhile moves all behind it up by one. */
const pageOverlap = 5

/** 95 000 tickets; a longer list is cut, and the caller is told. */
const maxPages = 1_000

/** So many pages of a smaller size are followed by one of the size above. */
const pagesBeforeLarger = 4

/** Small pages may show nothing new in a row while tickets that change move those of the list down. */
const stillPages = 10

export interface ChangedTickets {
  ok: true
  /** By ticket, its date of change; undefined where the list had none that could be read. */
  updatedAt: ReadonlyMap<number, Date | undefined>
  /** The newest date of change, but none after the list was made: a date from outside never leads. */
  newest: Date | undefined
  /** Of the first page. */
  times: CallTimes
  /** Entries of which not even the number could be read. */
  unreadable: number
  /** False when there were more than one look takes, or one that is too large to be listed. */
  whole: boolean
}

/**
 * Every ticket of an account that was changed since then, in whatever queue, category and status it is: a rule or an agent
 * puts it where they like, and it stays ours.
 */
export async function listChanged(
  thulium: Pick<ThuliumClient, 'tickets'>,
  dateFrom: Date,
  now: () => Date,
  signal: AbortSignal,
): Promise<ChangedTickets | { ok: false; failure: Failure }> {
  const updatedAt = new Map<number, Date | undefined>()
  let first: CallTimes | undefined
  let newest: Date | undefined
  let unreadable = 0
  let whole = true
  let still = 0
  /** A page was shorter than asked for, and there is said to be more behind it. */
  let isShort = false
  const place = startOfList()
  for (let page = 0; page < maxPages; page++) {
    const { limit, offset } = place
    const { answer, times } = await timed(now, () => thulium.tickets({ dateFrom, limit, offset }, signal))
    if (!answer.ok) {
      if (isShort && first) return { ok: true, updatedAt, newest, times: first, unreadable, whole: false }
      if (answer.failure.class !== 'too-large') return { ok: false, failure: answer.failure }
      if (!place.shrink()) {
        // Of this one not even a row can be had; the sweep reads it.
        whole = false
        place.skip(1)
      }
      continue
    }
    first ??= times
    const known = updatedAt.size + unreadable
    const { tickets, unreadable: broken, count = 0 } = answer.value
    for (const { id, updatedAt: at } of tickets) {
      updatedAt.set(id, at)
      newest = later(newest, at && earlierOf(at, first.answeredAtTheirs))
    }
    for (const { id } of broken) {
      const ticketId = Number(id)
      if (Number.isSafeInteger(ticketId)) updatedAt.set(ticketId, undefined)
      else unreadable += 1
    }
    const shown = tickets.length + broken.length
    const isNew = updatedAt.size + unreadable > known
    isShort = shown < limit && offset + shown < count
    if (shown < limit && !(isShort && isNew))
      return { ok: true, updatedAt, newest, times: first, unreadable, whole: whole && !isShort }
    if (isShort) {
      // Thulium gives less at once than is documented; what it says of the rest may be wrong.
      place.skip(shown)
      continue
    }
    still = isNew ? 0 : still + 1
    if (still > (limit === pageSizes[0] ? 0 : stillPages)) return { ok: false, failure: standingStill }
    place.next()
  }
  return first
    ? { ok: true, updatedAt, newest, times: first, unreadable, whole: false }
    : { ok: false, failure: standingStill }
}

/** How far a walk through a list is, in pages of whatever size can be had. */
function startOfList() {
  let size = 0
  let pages = 0
  const limitOf = (): number => pageSizes[size] ?? 1
  return {
    offset: 0,
    get limit() {
      return limitOf()
    },
    next() {
      this.offset += limitOf() - Math.min(pageOverlap, Math.floor(limitOf() / pageOverlap))
      pages += 1
      if (size === 0 || pages < pagesBeforeLarger) return
      size -= 1
      pages = 0
    },
    /** The same place in a smaller page; false when there is none. */
    shrink() {
      pages = 0
      if (size === pageSizes.length - 1) return false
      size += 1
      return true
    },
    skip(count: number) {
      this.offset += count
    },
  }
}

const standingStill = failure('unreachable', 'Thulium shows the same tickets on every page of its list', {
  code: FailureCode.unexpectedShape,
})

const earlierOf = (one: Date, other: Date): Date => (one < other ? one : other)

const later = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one > other ? one : other) : (one ?? other)
