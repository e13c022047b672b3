import { weekdays, type Weekday } from '../settings/business-hours.ts'
import { warsawTime } from '../text/warsaw-time.ts'

/** What calendar and clock show in Warsaw. */
export interface WarsawMoment {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM`; the hour that an autumn night has twice reads the same both times. */
  time: string
  weekday: Weekday
}

const dayMs = 86_400_000

/** Midnight of a date as if it were UTC, which has no days of 23 or 25 hours: for reckoning with dates alone. */
const asUtc = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** Days since Monday. */
const sinceMonday = (date: string): number => (asUtc(date).getUTCDay() + 6) % 7

/**
 * Only instants are ever turned into wall time here, never the other way, and for that the time zone data of the
 * platform (`Intl`) is all it takes: no time is ambiguous or missing.
 */
export function inWarsaw(instant: Date): WarsawMoment {
  const [date = '', time = ''] = warsawTime(instant.toISOString()).split(' ')
  return { date, time, weekday: weekdays[sinceMonday(date)] ?? 'monday' }
}

/** The Monday of a date's week (ISO 8601: weeks begin on Mondays), as a name of the week. */
export const weekOf = (date: string): string =>
  new Date(asUtc(date).getTime() - sinceMonday(date) * dayMs).toISOString().slice(0, 10)
