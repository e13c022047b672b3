import type { FormatCallback } from 'html-to-text'
import { isBlankText } from './dom.ts'
import { isEmpty, marks, marksOf, nothingBut, toldOf, withoutMarks } from './marks.ts'

/** More lines or words than a cell of figures or names has: then the cells are laid one below the other. */
const maxCellLines = 3
const maxCellLength = 80

/** Between the cells of a row. */
const gap = ' | '

const structure = new RegExp(
  `^(?:[${marks.cited}${marks.set}]?>|${marks.signature}|${marks.quote}|${marks.history}|[^\\S\\n\\r\\u2028\\u2029]*(?:- |\\d+\\. ))`,
  'm',
)

/** The cell in one line, if it can be one. */
function oneLine(cell: string): string | undefined {
  if (structure.test(cell)) return undefined
  const lines = withoutMarks(cell)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  // Rows of a table inside a cell run into each other in one line.
  if (lines.length > 1 && lines.some((line) => line.includes(gap))) return undefined
  const text = lines.join(' ')
  return lines.length <= maxCellLines && text.length <= maxCellLength ? text : undefined
}

/** What the first words of a row are for the cut: a label, or the first below a line across. */
const leadOf = (cells: readonly string[]): string =>
  (cells.some((cell) => cell.includes(marks.ruled)) ? marks.ruled : '') +
  (marksOf(cells.find((cell) => !isEmpty(cell)) ?? '').includes(marks.label) ? marks.label : '')

function rowText(cells: readonly string[]): string {
  const filled = cells.filter((cell) => !isEmpty(cell))
  if (filled.length === 0) return nothingBut(cells.join(''))
  const lines = cells.map(oneLine)
  if (filled.length === 1 || lines.includes(undefined))
    return toldOf(cells.filter((cell) => isEmpty(cell)).join('')) + filled.join('\n\n')
  // A gap in a row of figures would move the figures to another column.
  const shown = cells.length > 2 ? lines.map((line) => (line === '' ? '–' : line)) : lines.filter((line) => line !== '')
  const isLabel = shown.length === 2 && shown[0]?.endsWith(':') === true
  return leadOf(cells) + toldOf(cells.join('')) + shown.join(isLabel ? ' ' : gap)
}

/** A row of a table, in one line where its cells are short. Most tables of mails only place pictures and signatures. */
export const row: FormatCallback = (elem, walk, builder) => {
  const cells: string[] = []
  const collect = (cell: string): string => {
    cells.push(cell)
    return ''
  }
  builder.openBlock({ leadingLineBreaks: 1 })
  for (const cell of elem.children) {
    if ((cell.type !== 'tag' && cell.type !== 'text') || isBlankText(cell)) continue
    builder.openBlock({ leadingLineBreaks: 1 })
    walk([cell], builder)
    builder.closeBlock({ trailingLineBreaks: 1, blockTransform: collect })
  }
  builder.closeBlock({ trailingLineBreaks: 1, blockTransform: () => rowText(cells) })
}
