import type { DomNode, FormatCallback } from 'html-to-text'
import { attribute, hasAttribute, isBlankText, styleOf } from './dom.ts'
import { isEmpty, marks, nothingBut } from './marks.ts'

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, digits] of romans) for (; rest >= value; rest -= value) text += digits
  return text
}

/** a … z, aa, ab … */
function letters(number: number): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

/** Letters and Roman numbers are for lists as people write them; beyond that, figures do. */
const maxOrdinal = 3000

function ordinal(number: number, type: string): string {
  const style = number >= 1 && number <= maxOrdinal ? type : '1'
  switch (style) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return letters(number)
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return letters(number).toUpperCase()
    case 'i':
    case 'lower-roman':
      return roman(number)
    case 'I':
    case 'upper-roman':
      return roman(number).toUpperCase()
    default:
      return String(number)
  }
}

const integer = (text: string, otherwise: number): number => (/^-?\d{1,6}$/.test(text) ? Number(text) : otherwise)

/** Gives the beginning of each item in turn. */
function prefixes(list: DomNode): (item: DomNode) => string {
  if (list.name !== 'ol') return () => '- '
  const type = styleOf(list, 'list-style-type') ?? attribute(list, 'type')
  const step = hasAttribute(list, 'reversed') ? -1 : 1
  const items = list.children.filter(({ name }) => name === 'li').length
  let next = integer(attribute(list, 'start'), step < 0 ? items : 1)
  return (item) => {
    const number = integer(attribute(item, 'value'), next)
    next = number + step
    return `${ordinal(number, type)}. `
  }
}

function isNested(list: DomNode): boolean {
  const parent = list.parent?.name
  return parent === 'li' || parent === 'ul' || parent === 'ol'
}

/** One item a line, lists inside lists indented under their item. */
export const list: FormatCallback = (elem, walk, builder) => {
  const prefixOf = prefixes(elem)
  builder.openBlock({ leadingLineBreaks: 1 })
  for (const child of elem.children) {
    if (isBlankText(child)) continue
    const isItem = child.name === 'li'
    // Some editors put a list right into a list, with no item around it.
    const prefix = isItem ? prefixOf(child) : '  '
    builder.openBlock({ leadingLineBreaks: 1 })
    walk([child], builder)
    builder.closeBlock({
      trailingLineBreaks: 1,
      blockTransform: (text) =>
        isEmpty(text) ? nothingBut(text) : prefix + text.trimEnd().replaceAll('\n', `\n${' '.repeat(prefix.length)}`),
    })
  }
  builder.closeBlock({
    trailingLineBreaks: isNested(elem) ? 1 : 2,
    blockTransform: (text) => (text === '' ? marks.nothing : text),
  })
}
