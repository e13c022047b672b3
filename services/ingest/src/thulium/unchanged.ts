import type { Ticket } from '@connector/thulium'

/** What the last reading of a ticket tells about the next one. */
export interface LastReading {
  /** When it was asked for, on our clock; undefined when it was never read. */
  readAt: Date | undefined
  /** The date of change that, shown again, says that nothing has happened since. */
  unchangedWhile: Date | undefined
}

/** A change is dated when it begins and seen when it is committed, some seconds later. */
const commitMs = 30_000

/** Clocks differ by minutes; a date of change further ahead of the list that shows it is no date of a change. */
const aheadMs = 15 * 60_000

/** A ticket with such a date is read this often, since its date does not tell. */
const wronglyDatedEveryMs = 5 * 60_000

/**
 * Thulium's dates have minutes only: a ticket that is read at 12:34:10 may change again at 12:34:50 with the same date. So
 * its date can tell only when the ticket was asked for after that minute.
 * @param askedAt the time of the request by Thulium's own clock, so that no two clocks are compared
 * @returns the date of change that, shown again, will mean that the reading still holds
 */
export const unchangedWhile = (
  { updatedAt, updatedBefore }: Pick<Ticket, 'updatedAt' | 'updatedBefore'>,
  askedAt: Date,
): Date | undefined =>
  updatedBefore !== undefined && askedAt.getTime() >= updatedBefore.getTime() + commitMs ? updatedAt : undefined

/**
 * Whether a ticket that was listed as changed has to be read.
 * @param listedAt the time of the list by Thulium's clock; `now`: ours
 */
export function mayHaveChanged(
  last: LastReading,
  updatedAt: Date | undefined,
  { listedAt, now }: { listedAt: Date; now: Date },
): boolean {
  if (last.readAt === undefined || updatedAt === undefined) return true
  if (updatedAt.getTime() - listedAt.getTime() > aheadMs)
    return now.getTime() - last.readAt.getTime() >= wronglyDatedEveryMs
  return updatedAt.getTime() !== last.unchangedWhile?.getTime()
}
