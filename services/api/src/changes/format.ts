import { idOf, subjects, type Newest, type Subject } from './newest.ts'

/** The id names what was told before and with this one, so that a reader cut off in between misses nothing. */
export function format(seen: string, newest: Newest, changed: readonly Subject[]): string {
  let told = seen.split('.')
  const ids = idOf(newest).split('.')
  return changed
    .map((subject) => {
      const place = subjects.indexOf(subject)
      told = ids.map((id, index) => (index === place ? id : (told[index] ?? '-')))
      return `id: ${told.join('.')}\nevent: ${subject}\ndata: ${JSON.stringify(newest[subject]?.data ?? {})}\n\n`
    })
    .join('')
}
