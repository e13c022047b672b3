const dayMs = 86_400_000

/** Days off on the same date each year (Ustawa o dniach wolnych od pracy, 18 January 1951). */
const fixed: readonly (readonly [monthAndDay: string, name: string, since?: number])[] = [
  ['01-01', 'Nowy Rok'],
  ['01-06', 'Trzech Króli'],
  ['05-01', 'Święto Państwowe'],
  ['05-03', 'Święto Narodowe Trzeciego Maja'],
  ['08-15', 'Wniebowzięcie Najświętszej Maryi Panny'],
  ['11-01', 'Wszystkich Świętych'],
  ['11-11', 'Narodowe Święto Niepodległości'],
  ['12-24', 'Wigilia Bożego Narodzenia', 2025],
  ['12-25', 'pierwszy dzień Bożego Narodzenia'],
  ['12-26', 'drugi dzień Bożego Narodzenia'],
]

/** By days after Easter Sunday. */
const movable: readonly (readonly [days: number, name: string])[] = [
  [0, 'Wielkanoc'],
  [1, 'Poniedziałek Wielkanocny'],
  [49, 'Zielone Świątki'],
  [60, 'Boże Ciało'],
]

/** Easter Sunday of the Gregorian calendar, in UTC (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1))
}

/**
 * Names of the statutory days off, by date. Written out because they are fourteen lines, and the libraries that know
 * them bring the calendars of 200 other countries along.
 */
export function polishHolidays(year: number): ReadonlyMap<string, string> {
  const easter = easterSunday(year).getTime()
  return new Map([
    ...fixed.flatMap(([day, name, since = 0]): [string, string][] => (year < since ? [] : [[`${year}-${day}`, name]])),
    ...movable.map(([days, name]): [string, string] => [
      new Date(easter + days * dayMs).toISOString().slice(0, 10),
      name,
    ]),
  ])
}
