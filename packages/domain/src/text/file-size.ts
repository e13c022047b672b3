const kilobyte = 1024
const megabyte = 1024 * 1024

/** Megabytes with one digit, as the language writes them, without the unit. */
export const megabytes = (bytes: number, language: 'pl' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / megabyte)

/** A number of bytes for people, in Polish: `10 MB`, `1,2 MB`, `48 kB`, `12 B`. */
export function fileSize(bytes: number): string {
  if (bytes < kilobyte) return `${bytes} B`
  if (bytes < megabyte) return `${Math.round(bytes / kilobyte)} kB`
  return `${(bytes / megabyte).toFixed(1).replace(/\.0$/, '').replace('.', ',')} MB`
}
