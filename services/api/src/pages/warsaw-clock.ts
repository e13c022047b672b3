import type { Language } from './page.ts'

const formatOf = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    ...{ timeZone: 'Europe/Warsaw', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })

/** English as it is read in Poland: 24 hours, the day before the month. */
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = { pl: formatOf('pl'), en: formatOf('en-GB') }

/** A time as shops read it, `4 mar 2026, 23:59`; a dash where there is none. */
export const clock = (at: string | null, language: Language): string =>
  at === null || Number.isNaN(Date.parse(at)) ? '—' : formats[language].format(new Date(at))
