import { withoutShapeless } from './shapeless.ts'

/** What a person sees as one character is kept whole: an emoji, or a letter with its marks. */
const characters = new Intl.Segmenter('pl', { granularity: 'grapheme' })

const longest = 150

/** A file has this many characters at most of its end shown, where its type is. */
const shownEnd = 20

/** They could show a name backwards: "fdp.exe" as "exe.pdf". */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** The name of a file in one line, for people: a buyer chose it, so it may hold anything. */
export function shownFileName(name: string): string {
  const line = withoutShapeless(name)
    .replace(direction, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (line.length <= longest) return line
  const begin = Array.from(characters.segment(line.slice(0, 4 * longest)), ({ segment }) => segment)
  const end = Array.from(characters.segment(line.slice(-4 * longest)), ({ segment }) => segment)
  if (begin.length <= longest && line.length <= 4 * longest) return line
  return `${begin.slice(0, longest - shownEnd - 1).join('')}…${end.slice(-shownEnd).join('')}`
}
