const kilobyte = 1024
const megabyte = 1024 * 1024

/** A number of bytes for people, in Polish: `10 MB`, `1,2 MB`, `48 kB`, `12 B`. */
export function fileSize(bytes: number): string {
  if (bytes < kilobyte) return `${bytes} B`
  if (bytes < megabyte) return `${Math.round(bytes / kilobyte)} kB`
  return `${(bytes / megabyte).toFixed(1).replace(/\.0$/, '').replace('.', ',')} MB`
}
