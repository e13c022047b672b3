import { marks } from './marks.ts'

/** Soft hyphens, blanks without width, marks of byte order, and control characters that no API takes. */
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F\u0080-\u0084\u0086-\u009F\u00AD\u034F\u180E\u200B\u2060-\u2064\uFEFF]/g

/** Marks of direction: numbers copied from contacts carry them, and a buyer can neither dial nor search such a number. */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const runsFromRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Where letters run from right to left, the marks order the text; elsewhere they are nothing but in the way. */
function withoutDirection(text: string): string {
  const without = text.replace(direction, '')
  // One of the marks counts as Arabic itself, so they are not asked.
  return runsFromRight.test(without) ? text : without
}

/** Joiners mean something inside words and emoji only. */
const looseJoiner = /(?<![\p{L}\p{M}])\u200C|\u200C(?![\p{L}\p{M}])|(?<!\S)\u200D|\u200D(?!\S)/gu

const lineEnd = /\r\n?|[\u000B\f\u0085\u2028\u2029]/g
const markSigns: readonly string[] = Object.values(marks)

/** Text as it is seen: what has no shape is gone, every blank is a plain one, halves of characters are shown as lost. */
export const visible = (text: string): string =>
  withoutDirection(text)
    .replace(lineEnd, '\n')
    .replace(invisible, '')
    .replace(looseJoiner, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\S\n]+/g, (blanks, at: number, whole: string) => {
      if (/^[ \t]+$/.test(blanks)) return blanks
      const before = whole[at - 1]
      return before === undefined || before === '\n' || markSigns.includes(before) ? '' : ' '
    })
