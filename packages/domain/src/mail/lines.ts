import { marks, withoutMarks } from './marks.ts'

/** A line of a mail, with what its layout tells of it. */
export interface Line {
  text: string
  /** It opens a paragraph. */
  paragraph: boolean
  /** The mail program keeps it as the signature. */
  signature: boolean
  /** The mail program begins a quote, or all that was there before, at this line. */
  begins?: 'quote' | 'history'
}

export const isQuoted = (line: Line | undefined): boolean => line?.text.startsWith('>') === true

/** A line drawn across. */
export const isRule = (line: Line): boolean => /^[-_=*]{5,}$/.test(line.text)

/** Index of the next line that holds text, from `index` on. */
export function nextText(lines: readonly Line[], index: number): number {
  let next = index
  while (next < lines.length && lines[next]?.text === '') next++
  return next
}

function toLine(marked: string): Line {
  const line: Line = {
    text: withoutMarks(marked).trimEnd(),
    paragraph: marked.startsWith(marks.paragraph) || marked.startsWith(marks.signature + marks.paragraph),
    signature: marked.startsWith(marks.signature) || marked.startsWith(marks.paragraph + marks.signature),
  }
  if (marked.includes(marks.history)) return { ...line, begins: 'history' }
  return marked.includes(marks.quote) ? { ...line, begins: 'quote' } : line
}

/** @param marked text as laid out, with its marks */
export const toLines = (marked: string): Line[] =>
  marked
    .split('\n')
    .map((text) => ({ text, line: toLine(text) }))
    .filter(({ text, line }) => line.text !== '' || !text.includes(marks.nothing))
    .map(({ line }) => line)

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
