import { useFormatter, useLocale, useNow } from 'use-intl'
import type { Language } from './language.ts'

const zone = 'Europe/Warsaw'
const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })

/** English as it is read in Poland: 24 hours, the day before the month. */
const locales: Readonly<Record<Language, string>> = { pl: 'pl', en: 'en-GB' }

/** `date` in Warsaw, as a person says it: the time alone is today's. */
function clock(instant: string, now: Date, language: Language, seconds?: 'seconds'): string {
  const at = new Date(instant)
  const isToday = dayOf.format(at) === dayOf.format(now)
  const isThisYear = dayOf.format(at).slice(0, 4) === dayOf.format(now).slice(0, 4)
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' as const } : {}),
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
}

const minute = 60_000
/** Sooner than this, something is about to happen. */
const soonMs = 10_000

/** `3 h 20 min`, `2 d 4 h`: how long, in the two largest units. */
export function lengthOf(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute))
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`
  if (hours > 0) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return minutes === 0 ? '< 1 min' : `${minutes} min`
}

/** The same, where seconds matter: `12 s`. */
export const shortLengthOf = (seconds: number): string =>
  seconds < 60 ? `${Math.max(0, Math.round(seconds))} s` : lengthOf(seconds * 1_000)

/** Times for people, in Warsaw, moving on by themselves every 20 s. */
export function useTimes(): {
  now: Date
  clock: (instant: string, seconds?: 'seconds') => string
  relative: (instant: string) => string
  /** The same of what is to come; undefined where it is about to be, or was to be already. */
  upcoming: (instant: string) => string | undefined
  full: (instant: string) => string
  /** `wtorek, 1 grudnia 06:30`: on which day of the week. */
  weekday: (instant: Date) => string
} {
  const language = useLocale()
  const format = useFormatter()
  const now = useNow({ updateInterval: 20_000 })
  return {
    now,
    clock: (instant, seconds) => clock(instant, now, language, seconds),
    // What was asked for since the last tick is not yet to come, nor is what has happened by a clock ahead of this one.
    relative: (instant) => format.relativeTime(Math.min(Date.parse(instant), Date.now()), Date.now()),
    upcoming: (instant) => {
      const at = new Date(instant)
      return at.getTime() - Date.now() < soonMs ? undefined : format.relativeTime(at, new Date())
    },
    weekday: (instant) =>
      format.dateTime(instant, {
        ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
        ...{ hourCycle: 'h23', timeZone: zone },
      }),
    full: (instant) => format.dateTime(new Date(instant), { dateStyle: 'full', timeStyle: 'medium', timeZone: zone }),
  }
}
