import type { Ticket } from '@connector/thulium'
import { clocksApartMs, type CallTimes } from './call-times.ts'

/** What a reading of a ticket tells about the next one. */
export interface Reading {
  /** When it was asked for, on our clock: what is written while the answer comes is not in it. */
  readAt: Date
  /** The date of change that the ticket showed. */
  shown: Date | undefined
  /** When that date had first been shown, on our clock. */
  shownSince: Date
  /** Whether it was asked for after that minute: then nothing has happened while the same date is shown. */
  minuteOver: boolean
}

const minuteMs = 60_000

/** A change is dated when it begins and seen when it is committed, some seconds later. */
const commitMs = 30_000

/** A date of change far ahead of the list that shows it does not tell: such a ticket is read this often. */
const wronglyDatedEveryMs = 5 * 60_000

/** Half an hour is the least by which a time zone can be taken for another one. */
const anotherZoneMs = 30 * 60_000

/**
 * Thulium's dates have minutes only: a ticket that is read at 12:34:10 may change again at 12:34:50 with the same date. That its
 * minute is over is known when the date has been there for longer than a minute, by our clock alone; or sooner by Thulium's own,
 * where it tells the time and the date is near to it. A date that looks older may be of a zone that we take for another one.
 * @param last reading of the same ticket
 */
export function readingOf(
  { updatedAt, updatedBefore }: Pick<Ticket, 'updatedAt' | 'updatedBefore'>,
  { askedAt, answeredAt, askedAtTheirs, offsetMs }: CallTimes,
  last: Reading | undefined,
): Reading {
  const isSame = updatedAt !== undefined && updatedAt.getTime() === last?.shown?.getTime()
  const shownSince = isSame ? last.shownSince : answeredAt
  const overFor = updatedBefore && askedAtTheirs.getTime() - updatedBefore.getTime()
  const minuteOver =
    overFor !== undefined &&
    (askedAt.getTime() - shownSince.getTime() >= minuteMs + commitMs ||
      (offsetMs !== undefined && overFor >= commitMs && overFor < anotherZoneMs - minuteMs))
  return { readAt: askedAt, shown: updatedAt, shownSince, minuteOver }
}

/**
 * Whether a ticket that was listed as changed has to be read.
 * @param listedAt the time of the list by Thulium's clock; `now`: ours
 */
export function mayHaveChanged(
  last: Reading | undefined,
  updatedAt: Date | undefined,
  { listedAt, now }: { listedAt: Date; now: Date },
): boolean {
  if (last === undefined || updatedAt === undefined || updatedAt.getTime() !== last.shown?.getTime()) return true
  if (last.minuteOver) return false
  return (
    updatedAt.getTime() - listedAt.getTime() <= clocksApartMs ||
    now.getTime() - last.readAt.getTime() >= wronglyDatedEveryMs
  )
}
