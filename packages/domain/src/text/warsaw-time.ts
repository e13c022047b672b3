const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `2026-11-02 10:15`, as sellers read it. @param instant ISO 8601 */
export const warsawTime = (instant: string): string => format.format(new Date(instant))
