import { withoutShapeless } from '../text/shapeless.ts'
import { marks, toTell } from './marks.ts'

/** Control characters that no API takes. */
const control = /[\u0000-\u0008\u000E-\u001F\u007F\u0080-\u0084\u0086-\u009F]/g

/** Stands in the plain text of a mail where a picture or a file was. */
const object = /\uFFFC/g

/** A pattern of Braille without dots is a blank as well. */
const blanks = /(?:[^\S\n]|\u2800)+/g
const plain = /^[ \t]+$/
const unplain = /[^\S\n \t]|\u2800/

/** Marks of direction: numbers copied from contacts carry them, and a buyer can neither dial nor search such a number. */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const runsFromRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Where letters run from right to left, the marks order the text; elsewhere they are nothing but in the way. */
function withoutDirection(text: string): string {
  const without = text.replace(direction, '')
  // One of the marks counts as Arabic itself, so they are not asked.
  return without !== text && runsFromRight.test(without) ? text : without
}

/** What stood between two blanks leaves one. */
const betweenBlanks = new RegExp(`(?<=[ \\n]) ?([${toTell.join('')}]) `, 'g')

const lineEnd = /\r\n?|[\u000B\f\u0085\u2028\u2029]/g
const markSigns: readonly string[] = Object.values(marks)

/** Most texts have plain blanks alone. */
const withPlainBlanks = (text: string): string =>
  !unplain.test(text)
    ? text
    : text.replace(blanks, (found, at: number) => {
        if (plain.test(found)) return found
        const before = text[at - 1]
        return before === undefined || before === '\n' || markSigns.includes(before) ? '' : ' '
      })

/** Text as it is seen: what has no shape is gone, every blank is a plain one, halves of characters are shown as lost. */
export const visible = (text: string): string =>
  withPlainBlanks(
    withoutShapeless(withoutDirection(text))
      .replace(lineEnd, '\n')
      .replace(control, '')
      .replace(object, marks.picture)
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(betweenBlanks, '$1'),
  )
