const warsaw = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'short' })

/** A time as shops read it; a dash where there is none. */
export const clock = (at: string | null): string =>
  at === null || Number.isNaN(Date.parse(at)) ? '—' : warsaw.format(new Date(at))
