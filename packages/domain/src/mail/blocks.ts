import type { FormatCallback } from 'html-to-text'
import { attribute, styleOf } from './dom.ts'
import { isRuled } from './borders.ts'
import { isEmpty, marks, nothingBut, withoutMarks } from './marks.ts'
import { roleOf } from './roles.ts'
import { asWordListItem } from './word-lists.ts'

/** The last `<br>` of a block only ends its last line; one more makes an empty line. */
function closeLastLine(text: string): string {
  if (!text.endsWith('\n')) return text === '' ? marks.nothing : text
  const body = text.slice(0, -1)
  return body === '' || body.endsWith('\n') ? body + marks.blank : body
}

const keepsLines = (whiteSpace = ''): boolean => /^(?:pre|break-spaces)/.test(whiteSpace)

/** Lines of their own, with as much space around them as is asked for. */
export const block =
  (before: number, after = before, isPre = false): FormatCallback =>
  (elem, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: before, isPre: isPre || keepsLines(styleOf(elem, 'white-space')) })
    walk(elem.children, builder)
    builder.closeBlock({ trailingLineBreaks: after, blockTransform: closeLastLine })
  }

/** Outlook and editors without space between paragraphs: there, a person leaves an empty one where there shall be space. */
function isTight(className: string, bottom: string | undefined, margin: string | undefined): boolean {
  if (/(?:^|\s)(?:mso|elementtoproof)/i.test(className)) return true
  const sides = margin?.split(/\s+/) ?? []
  return Number.parseFloat(bottom ?? sides[2] ?? sides[0] ?? '1') < 1
}

export const paragraph: FormatCallback = (elem, walk, builder) => {
  const className = attribute(elem, 'class')
  const tight =
    elem.parent?.name === 'li' || isTight(className, styleOf(elem, 'margin-bottom'), styleOf(elem, 'margin'))
  const isPre = keepsLines(styleOf(elem, 'white-space'))
  builder.openBlock({ leadingLineBreaks: tight ? 1 : 2, isPre })
  walk(elem.children, builder)
  builder.closeBlock({
    trailingLineBreaks: tight ? 1 : 2,
    blockTransform: (text) =>
      text === '' ? marks.nothing : marks.paragraph + asWordListItem(elem, closeLastLine(text)),
  })
}

/** Some editors indent by a quote without a line at its side. */
const isIndent = (border: string | undefined): boolean => border !== undefined && /(?:^|\s)(?:none|0)/.test(border)

const isNothing = (line: string): boolean => line.includes(marks.nothing) && isEmpty(line)

function quoteLines(text: string, mark: string): string {
  if (isEmpty(text)) return nothingBut(text)
  const shown = text.includes(marks.nothing)
    ? text
        .split('\n')
        .filter((line) => !isNothing(line))
        .join('\n')
    : text
  const sign = `${mark}> `
  const lines = withoutMarks(shown)
    .replace(/\n(?:[^\S\n]*\n)+/g, '\n\n')
    .trim()
  return sign + lines.replaceAll('\n', `\n${sign}`)
}

export const quote: FormatCallback = (elem, walk, builder, options) => {
  const cites = attribute(elem, 'type').toLowerCase() === 'cite'
  if (!cites && isIndent(styleOf(elem, 'border')) && !isRuled(elem)) {
    block(1)(elem, walk, builder, options)
    return
  }
  builder.openBlock({ leadingLineBreaks: 2 })
  walk(elem.children, builder)
  const mark = roleOf(elem) === 'quote' ? marks.cited : marks.set
  builder.closeBlock({ trailingLineBreaks: 2, blockTransform: (text) => quoteLines(text, mark) })
}

export const rule: FormatCallback = (_elem, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  builder.addLiteral('----------')
  builder.closeBlock({ trailingLineBreaks: 1 })
}
