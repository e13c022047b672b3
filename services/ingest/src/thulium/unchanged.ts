import type { Ticket } from '@connector/thulium'
import { clocksApartMs, type CallTimes } from './call-times.ts'

/** What a reading of a ticket tells about the next one. */
export interface Reading {
  /** When it was asked for, on our clock: what is written while the answer comes is not in it. */
  readAt: Date
  /** The date of change that the ticket showed. */
  shown: Date | undefined
  /** Whether it was asked for after that minute: then nothing has happened while the same date is shown. */
  minuteOver: boolean
}

/** A change is dated when it begins and seen when it is committed, some seconds later. */
const commitMs = 30_000

/** A date of change far ahead of the list that shows it does not tell: such a ticket is read this often. */
const wronglyDatedEveryMs = 5 * 60_000

/**
 * Thulium's dates have minutes only: a ticket that is read at 12:34:10 may change again at 12:34:50 with the same date. Both
 * the date and the time of the question are by Thulium's clock, so that no two clocks are compared.
 */
export const readingOf = (
  { updatedAt, updatedBefore }: Pick<Ticket, 'updatedAt' | 'updatedBefore'>,
  { askedAt, askedAtTheirs }: Pick<CallTimes, 'askedAt' | 'askedAtTheirs'>,
): Reading => ({
  readAt: askedAt,
  shown: updatedAt,
  minuteOver: updatedBefore !== undefined && askedAtTheirs.getTime() >= updatedBefore.getTime() + commitMs,
})

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
