const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'short' })

/** `2026-03-02T09:15`: what a clock in Warsaw shows, as an input of a page wants it. */
export const warsawLocal = (at: Date): string => wall.format(at).replace(' ', 'T')

/** The moment at which a clock in Warsaw shows this. In the hour that autumn repeats, the later one. */
export function warsawInstant(local: string): Date {
  const asIfUtc = new Date(`${local}Z`)
  for (const hours of [1, 2]) {
    const guess = new Date(asIfUtc.getTime() - hours * 3_600_000)
    if (warsawLocal(guess) === local.slice(0, 16)) return guess
  }
  return new Date(asIfUtc.getTime() - 3_600_000)
}
