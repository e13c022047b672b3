import { firstDay, readZonedInstant } from './instant.ts'

/** The zone of Thulium's dates: not documented, relied on by public code that works with real accounts. */
export const warsaw = 'Europe/Warsaw'

const localDate = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/
const minuteMs = 60 * 1000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** The wall clock of that zone at an instant, as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Every instant at which the clocks of that zone show this: one, or two in an autumn night; undefined when it is no date. */
function instantsOf(value: string, timeZone: string): { earliest: number; latest: number } | undefined {
  const match = localDate.exec(value.trim())
  if (match === null) {
    const instant = readZonedInstant(value.trim())?.getTime()
    return instant === undefined ? undefined : { earliest: instant, latest: instant }
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  // Date.UTC takes two digits for a year of the last century.
  if (year < 1970 || wall < firstDay) return undefined
  const back = new Date(wall)
  // Date.UTC rolls "2026-02-30" and "24:00" over; those are no dates.
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || back.getUTCHours() !== hour) return undefined
  if (back.getUTCMinutes() !== minute || back.getUTCSeconds() !== second) return undefined
  // No zone changes twice within two days: the offsets of the day before and the day after are all there is.
  const before = wallClock(wall - dayMs, timeZone) - (wall - dayMs)
  const after = wallClock(wall + dayMs, timeZone) - (wall + dayMs)
  const fitting = [wall - before, wall - after].filter((instant) => wallClock(instant, timeZone) === wall)
  return fitting.length > 0
    ? { earliest: Math.min(...fitting), latest: Math.max(...fitting) }
    : { earliest: wall - before, latest: wall - before }
}

/**
 * `2014-07-14 12:34` (seconds optional, a bare date is midnight) as an instant, and one that names its zone as what it says;
 * undefined for anything else. In the
 * hour that an autumn night has twice the earlier instant is taken; a time that a spring night skips is moved forward
 * by the length of the gap.
 */
export function localDateToInstant(value: string, timeZone: string = warsaw): Date | undefined {
  const instants = instantsOf(value, timeZone)
  return instants && new Date(instants.earliest)
}

/** When the minute of such a date is over, whichever of two hours of an autumn night it is of. */
export function endOfLocalMinute(value: string, timeZone: string = warsaw): Date | undefined {
  const instants = instantsOf(value, timeZone)
  return instants && new Date((Math.floor(instants.latest / minuteMs) + 1) * minuteMs)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** An instant as `2014-07-14 12:34` in that zone; seconds are cut off. */
export function instantToLocalDate(instant: Date, timeZone: string = warsaw): string {
  const wall = new Date(wallClock(instant.getTime(), timeZone))
  const date = `${String(wall.getUTCFullYear()).padStart(4, '0')}-${two(wall.getUTCMonth() + 1)}-${two(wall.getUTCDate())}`
  return `${date} ${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`
}

/**
 * The earliest date that the clocks of that zone show from an instant on: where they are set back within the hour, what
 * happens later has an earlier date.
 */
export function earliestLocalDateSince(instant: Date, timeZone: string = warsaw): string {
  const at = instant.getTime()
  const setBackMs = Math.max(0, wallClock(at, timeZone) + hourMs - wallClock(at + hourMs, timeZone))
  return instantToLocalDate(new Date(at - setBackMs), timeZone)
}
