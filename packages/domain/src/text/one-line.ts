import { toPlainText } from './plain-text.ts'

/** As often as a name may have been escaped on its way from a shop's own system. */
const mostLayers = 3

/** A name or a topic for people, in one line: nobody means the tags or the entities of it. */
export function oneLine(text: string): string {
  let shown = text
  for (let layer = 0; layer < mostLayers; layer++) {
    const next = toPlainText(shown).replace(/\s+/g, ' ')
    if (next === shown) break
    shown = next
  }
  return shown
}
