import { failure, FailureCode, type Failure } from '@connector/outbound-http'
import type { ThuliumClient } from '@connector/thulium'
import { timed, type CallTimes } from './call-times.ts'

/** Tickets per page, the most that Thulium gives. */
const pageSize = 100

/** Pages have this much in common: a ticket that is deleted meanwhile moves all behind it up by one. */
const pageOverlap = 5

/** 95 000 tickets; a longer list is cut, and the caller is told. */
const maxPages = 1_000

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
  /** False when there were more than one look takes. */
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
  for (let page = 0; page < maxPages; page++) {
    const offset = page * (pageSize - pageOverlap)
    const { answer, times } = await timed(now, () => thulium.tickets({ dateFrom, limit: pageSize, offset }, signal))
    if (!answer.ok) return { ok: false, failure: answer.failure }
    first ??= times
    const known = updatedAt.size + unreadable
    const { tickets, unreadable: broken } = answer.value
    for (const { id, updatedAt: at } of tickets) {
      updatedAt.set(id, at)
      newest = later(newest, at && earlierOf(at, first.answeredAtTheirs))
    }
    for (const { id } of broken) {
      const ticketId = Number(id)
      if (Number.isSafeInteger(ticketId)) updatedAt.set(ticketId, undefined)
      else unreadable += 1
    }
    if (tickets.length + broken.length < pageSize)
      return { ok: true, updatedAt, newest, times: first, unreadable, whole: true }
    if (updatedAt.size + unreadable === known) return { ok: false, failure: standingStill }
  }
  return first
    ? { ok: true, updatedAt, newest, times: first, unreadable, whole: false }
    : { ok: false, failure: standingStill }
}

const standingStill = failure('unreachable', 'Thulium shows the same tickets on every page of its list', {
  code: FailureCode.unexpectedShape,
})

const earlierOf = (one: Date, other: Date): Date => (one < other ? one : other)

const later = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one > other ? one : other) : (one ?? other)
