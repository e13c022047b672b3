import { marks, marksOf, toTell, withoutMarks } from './marks.ts'

/** A line of a mail, with what its layout tells of it. */
export interface Line {
  text: string
  /** The text as a header is read; '' where it is too long for one. Each is asked for by the 14 lines above it. */
  head: string
  /** It opens a paragraph. */
  paragraph: boolean
  /** The mail program keeps it as the signature. */
  signature: boolean
  /** The mail program begins a quote, or all that was there before, at this line. */
  begins?: 'quote' | 'history'
  /** What the mail program kept as history ends before this line. */
  endsHistory?: true
  /** It begins with bold words and a colon. */
  label?: true
  /** It is the first under a line across, or beside a line down. */
  ruled?: true
  /** The mail program itself keeps it as quoted. */
  cited?: true
  /** An editor keeps it as quoted; in plain text somebody, or something, wrote the sign. */
  set?: true
  /** The two hyphens of a signature, with their blank. */
  delimiter?: true
  /** Pictures, words hidden or struck out, or links to what only the writer has, stood here. */
  had?: { picture?: true; hidden?: true; link?: true; struck?: true }
}

export const isQuoted = (line: Line | undefined): boolean => line?.text.startsWith('>') === true

/** Longer lines are prose; none of a mail program's is. */
export const maxLength = 400

const edges = /^[*_\s]+|(?<![*_\s])[*_\s]+$/g
const edge = /[*_\s]/
const arabicDigits = /[\u0660-\u0669\u06F0-\u06F9]/g

/** Without marks of bold at its edges. */
const headOf = (text: string): string =>
  text.length > maxLength ? '' : withoutEdges(text).replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15))

/** Most lines have none, and there may be 100 000. */
const withoutEdges = (text: string): string =>
  edge.test(text.charAt(0)) || edge.test(text.charAt(text.length - 1)) ? text.replace(edges, '') : text

export const withText = (line: Line, text: string): Line => ({ ...line, text, head: headOf(text) })

/** A line drawn across. */
export const isRule = (line: Line): boolean => /^[-_=*]{5,}$/.test(line.text)

/** Of each line the next that holds text: 30 000 empty marks in a row, each walked to the end, cost 20 seconds. */
const nextTexts = new WeakMap<readonly Line[], Int32Array>()

function allNextTexts(lines: readonly Line[]): Int32Array {
  const all = new Int32Array(lines.length)
  let next = lines.length
  for (let index = lines.length - 1; index >= 0; index--) {
    if (lines[index]?.text !== '') next = index
    all[index] = next
  }
  return all
}

/** Index of the next line that holds text, from `index` on. */
export function nextText(lines: readonly Line[], index: number): number {
  if (lines[index]?.text !== '') return index
  const all = nextTexts.get(lines) ?? allNextTexts(lines)
  nextTexts.set(lines, all)
  return all[index] ?? lines.length
}

/** The last line before `index` that holds text. */
export function textBefore(lines: readonly Line[], index: number): Line | undefined {
  let before = index - 1
  while (before >= 0 && lines[before]?.text === '') before--
  return lines[before]
}

/** Bold in plain text. */
const starred = /^[*_]{1,2}[^*_:\n]{1,30}(?::\s?[*_]|[*_]{1,2}\s?:)/

function toLine(marked: string): Line {
  const bare = withoutMarks(marked)
  const text = bare.trimEnd()
  const line: Line = { text, head: headOf(text), paragraph: false, signature: false }
  if (starred.test(bare)) line.label = true
  if (/^--[ \t]$/.test(bare)) line.delimiter = true
  // Nothing was taken out of most lines.
  if (bare.length !== marked.length) readMarks(marked, line)
  return line
}

function readMarks(marked: string, line: Line): void {
  const lead = marksOf(marked)
  line.paragraph = marked.startsWith(marks.paragraph) || marked.startsWith(marks.signature + marks.paragraph)
  line.signature = marked.startsWith(marks.signature) || marked.startsWith(marks.paragraph + marks.signature)
  if (lead.includes(marks.label)) line.label = true
  if (lead.includes(marks.cited)) line.cited = true
  if (lead.includes(marks.set)) line.set = true
  if (marked.includes(marks.delimiter) && line.text === '--') line.delimiter = true
  if (marked.includes(marks.history)) line.begins = 'history'
  else if (marked.includes(marks.quote)) line.begins = 'quote'
  if (marked.includes(marks.picture)) line.had = { picture: true }
  if (marked.includes(marks.hidden)) line.had = { ...line.had, hidden: true }
  if (marked.includes(marks.link)) line.had = { ...line.had, link: true }
  if (marked.includes(marks.struck)) line.had = { ...line.had, struck: true }
}

/** Lines of marks alone: what they tell belongs to the line before, or to the one after. */
const isNoLine = (marked: string, line: Line): boolean =>
  line.text === '' &&
  line.begins === undefined &&
  [marks.nothing, marks.ruled, marks.historyEnd, ...toTell].some((mark) => marked.includes(mark)) &&
  !marked.includes(marks.blank)

/** No reader tells three empty lines from two; there may be a million. */
const isOneMore = (line: Line, lines: readonly Line[]): boolean =>
  line.begins === undefined &&
  line.had === undefined &&
  [-1, -2].every((place) => {
    const before = lines.at(place)
    return before?.text === '' && before.begins === undefined && before.paragraph === line.paragraph
  })

/** What lines of marks alone tell of the line before or after them. */
type Told = Pick<Line, 'ruled' | 'endsHistory' | 'had'>

/** @param marked text as laid out, with its marks */
export function toLines(marked: string): Line[] {
  const lines: Line[] = []
  /** Told of the next line; undefined before most. */
  let next: Told | undefined
  let last: Line | undefined
  for (const text of marked.split('\n')) {
    const line = toLine(text)
    if (text.includes(marks.ruled)) next = { ...next, ruled: true }
    if (text.includes(marks.historyEnd)) next = { ...next, endsHistory: true }
    if (isNoLine(text, line)) {
      if (line.had === undefined || line.signature) continue
      if (last) last.had = { ...last.had, ...line.had }
      else next = { ...next, had: { ...next?.had, ...line.had } }
      continue
    }
    if (line.text === '') {
      if (!isOneMore(line, lines)) lines.push(line)
      continue
    }
    if (next) Object.assign(line, next, next.had || line.had ? { had: { ...next.had, ...line.had } } : {})
    last = line
    lines.push(last)
    next = undefined
  }
  if (next?.had) lines.push({ text: '', head: '', paragraph: false, signature: false, had: next.had })
  return lines
}

/**
 * An empty paragraph between two others tells that the editor shows none of the space that paragraphs have elsewhere:
 * there, lines that belong together are paragraphs too.
 */
function withoutSpaceOfParagraphs(lines: readonly Line[]): readonly Line[] {
  const isBlankParagraph = (line: Line | undefined): boolean => line?.paragraph === true && line.text === ''
  const first = lines.findIndex(({ text }) => text !== '')
  const last = lines.findLastIndex(({ text }) => text !== '')
  if (!lines.slice(first, last).some(isBlankParagraph)) return lines
  let inParagraph = false
  return lines.filter((line, index) => {
    if (line.text !== '' || line.paragraph) {
      if (line.paragraph || lines[index - 1]?.text === '') inParagraph = line.paragraph
      return true
    }
    return !(inParagraph && lines[index + 1]?.paragraph === true)
  })
}

/** The text of lines, without more than one empty line in a row. */
export function joined(lines: readonly Line[]): string {
  const out: string[] = []
  for (const { text } of withoutSpaceOfParagraphs(lines)) if (text !== '' || out.at(-1) !== '') out.push(text)
  return out.join('\n').trim()
}
