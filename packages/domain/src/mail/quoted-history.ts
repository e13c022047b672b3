import { pointsBelow } from './letter-words.ts'
import { isQuoted, isRule, nextText, type Line } from './lines.ts'
import { attributionAt, isForward, isMailHead, isSeparator } from './quote-headers.ts'

/** Where what was said before begins, and how it goes on. */
export interface HistoryStart {
  /** The first line after the lines that lead it in. */
  body: number
  /** Its lines are quoted, so an answer can stand between them; else all to the end is history. */
  quoted: boolean
}

function markedStart(lines: readonly Line[], index: number, kind: 'quote' | 'history'): HistoryStart | undefined {
  const next = nextText(lines, index)
  if (next === lines.length) return undefined
  const led = attributionAt(lines, next)
  const body = nextText(lines, led?.end ?? next)
  if (isQuoted(lines[body])) return { body, quoted: true }
  if (kind === 'history') return { body: next, quoted: false }
  // A language that we do not know: one line or two, and then the quote.
  for (const after of [next + 1, next + 2]) {
    const quote = nextText(lines, after)
    if (lines[after - 1]?.text.endsWith(':') === true && isQuoted(lines[quote])) return { body: quote, quoted: true }
  }
  return undefined
}

/** Whether history begins at a line. */
export function historyAt(lines: readonly Line[], index: number): HistoryStart | undefined {
  const line = lines[index]
  if (line === undefined || isQuoted(line)) return undefined
  if (line.begins !== undefined) return markedStart(lines, index, line.begins)
  if (line.text === '') return undefined
  if (isSeparator(line)) {
    const body = nextText(lines, index + 1)
    return { body, quoted: isQuoted(lines[body]) }
  }
  if (isMailHead(lines, index)) return { body: index + 1, quoted: false }
  const led = attributionAt(lines, index)
  if (led === undefined) return undefined
  const body = nextText(lines, led.end)
  const quoted = isQuoted(lines[body])
  return quoted || led.sure ? { body, quoted } : undefined
}

const isOwn = (line: Line): boolean => line.text !== '' && !line.signature && !isQuoted(line)

/** "> 50 zł: dostawa gratis" is no quote. */
const comparison = /^>=?\s?\d/

/**
 * Quoted lines at the end are history; between the agent's own they are what the agent answers to.
 * @param whole nothing has been cut yet
 */
function withoutQuoteAtEnd(lines: readonly Line[], whole: boolean): readonly Line[] {
  const last = lines.findLastIndex((line) => isOwn(line) && !isRule(line))
  const after = lines.slice(last + 1)
  const quotes = after.filter(isQuoted)
  // A line that the agent drew, e.g. to be filled in, parts nothing.
  if (whole && quotes.length === 0 && !after.some(({ signature }) => signature)) return lines
  // What the agent points at with a colon belongs to the answer.
  const meant = lines[last]?.text.endsWith(':') === true || quotes.every(({ text }) => comparison.test(text))
  return quotes.length > 0 && meant ? lines : lines.slice(0, last + 1)
}

/**
 * Cuts what was said before. Of quoted lines with an answer after them nothing is cut, nor of a message that is
 * passed on: rather a bit of quote too much than an answer lost.
 * @param starts of each line what {@link historyAt} says
 */
export function withoutHistory(lines: readonly Line[], starts: readonly (HistoryStart | undefined)[]): readonly Line[] {
  const quotes: { at: number; body: number }[] = []
  let end = lines.length
  for (const [at, line] of lines.entries()) {
    const start = starts[at]
    const first = start === undefined ? at : nextText(lines, at)
    if (!isQuoted(line) && isForward(lines, first)) return lines
    if (start === undefined) continue
    if (start.quoted) quotes.push({ at, body: start.body })
    else if (pointsBelow(lines.slice(0, at).filter(isOwn))) return lines
    else {
      end = at
      break
    }
  }
  const lastOwn = lines.slice(0, end).findLastIndex(isOwn)
  const cutAt = quotes.find(({ body }) => lastOwn < body)?.at ?? end
  return withoutQuoteAtEnd(lines.slice(0, cutAt), cutAt === lines.length)
}
