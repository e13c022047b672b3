import { isGreetingAlone, pointsBelow } from './letter-words.ts'
import { isQuoted, isRule, nextText, textBefore, withText, type Line } from './lines.ts'
import { attributionAt } from './attribution.ts'
import { hasAddress, hasDate, hasTime } from './header-words.ts'
import { isMailHead } from './mail-head.ts'
import { isForward, isSeparator } from './separators.ts'

/** Where what was said before begins, and how it goes on. */
export interface HistoryStart {
  /** The first line after the lines that lead it in. */
  body: number
  /** Its lines are quoted, so an answer can stand between them; else all to the end is history. */
  quoted: boolean
}

const maxLeadLines = 6

function markedStart(lines: readonly Line[], index: number, kind: 'quote' | 'history'): HistoryStart | undefined {
  const next = nextText(lines, index)
  if (next === lines.length) return undefined
  const led = attributionAt(lines, next)
  const body = nextText(lines, led?.end ?? next)
  if (isQuoted(lines[body])) return { body, quoted: true }
  if (kind === 'history') return { body: next, quoted: false }
  // A language that we do not know: a few lines that name somebody or end in a colon, and then the quote.
  let text = ''
  for (let after = next; after < next + maxLeadLines; after++) {
    text += ` ${lines[after]?.text ?? ''}`
    const quote = nextText(lines, after + 1)
    if (!isQuoted(lines[quote])) continue
    const leads = text.endsWith(':') || hasAddress(text) || hasDate(text) || hasTime(text)
    return leads ? { body: quote, quoted: true } : undefined
  }
  return undefined
}

/** Whether history begins at a line. */
export function historyAt(lines: readonly Line[], index: number): HistoryStart | undefined {
  const line = lines[index]
  if (line === undefined || isQuoted(line)) return undefined
  if (line.begins !== undefined) return markedStart(lines, index, line.begins)
  if (line.text === '') return undefined
  if (isSeparator(lines, index)) {
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

/** The head of an earlier mail, quoted with it. */
function leadsIn(quotes: readonly Line[]): boolean {
  const inner = quotes.slice(0, maxLeadLines * 2).map((line) => withText(line, line.text.replace(/^>\s?/, '')))
  const first = nextText(inner, 0)
  return isSeparator(inner, first) || isMailHead(inner, first) || attributionAt(inner, first) !== undefined
}

/** Quoted by a mail program: it says so, it quotes empty lines and quotes too, or answers stand between more of them. */
const isPrograms = (quotes: readonly Line[], before: readonly Line[]): boolean =>
  quotes.every(({ cited }) => cited === true) ||
  leadsIn(quotes) ||
  quotes.some(({ text, set }) => set !== true && /^>\s?(?:>.*)?$/.test(text)) ||
  isAnswered(before)

/**
 * Answers stand between lines that a program quoted: it led them in, or nothing but a greeting stands above them. Where an
 * agent cites rules in his own text, nobody says who wrote them.
 */
function isAnswered(before: readonly Line[]): boolean {
  const first = before.findIndex(isQuoted)
  if (first < 0) return false
  const above = before.slice(0, first)
  return (
    above.every(({ text }) => text === '' || isGreetingAlone(text)) ||
    above.some((_, index) => attributionAt(before, index) !== undefined)
  )
}

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
  const meant =
    lines[last]?.text.endsWith(':') === true ||
    quotes.every(({ text }) => comparison.test(text)) ||
    !isPrograms(quotes, lines.slice(0, last + 1))
  return quotes.length > 0 && meant ? lines : lines.slice(0, last + 1)
}

const endsInColon = (lines: readonly Line[], end: number): boolean => {
  const last = textBefore(lines, end)
  return last !== undefined && isOwn(last) && last.text.endsWith(':')
}

/** Right below an agent's own words, with nothing that leads it in. */
function opensQuote(lines: readonly Line[], at: number, lastBody: number): boolean {
  const above = textBefore(lines, at)
  return at !== lastBody && above !== undefined && isOwn(above)
}

function hasAnswerAfter(lines: readonly Line[], from: number): boolean {
  const after = lines.findIndex((line, index) => index > from && line.endsHistory === true)
  return after >= 0 && lines.slice(after).some((line) => isOwn(line) && !isRule(line))
}

/**
 * Cuts what was said before. Of quoted lines with an answer after them nothing is cut, nor of a message that is
 * passed on: rather a bit of quote too much than an answer lost.
 * @param starts of each line what {@link historyAt} says
 */
export function withoutHistory(lines: readonly Line[], starts: readonly (HistoryStart | undefined)[]): readonly Line[] {
  const quotes: { at: number; body: number }[] = []
  let end = lines.length
  let lastBody = -1
  for (const [at, line] of lines.entries()) {
    const start = starts[at]
    const first = start === undefined ? at : nextText(lines, at)
    if ((!isQuoted(line) || opensQuote(lines, at, lastBody)) && isForward(lines, first)) return lines
    if (start === undefined) continue
    // "Odpowiedź serwisu:" leads to what follows, whoever wrote it.
    if (start.quoted && lastBody < at && endsInColon(lines, at)) return lines
    if (start.quoted) {
      quotes.push({ at, body: start.body })
      lastBody = Math.max(lastBody, start.body)
    } else if (pointsBelow(lines.slice(0, at).filter((own) => isOwn(own) && !isRule(own)))) return lines
    // What stands after it was written now, and may answer to it.
    else if (hasAnswerAfter(lines, at)) return lines
    else {
      end = at
      break
    }
  }
  const lastOwn = lines.slice(0, end).findLastIndex(isOwn)
  const cutAt = quotes.find(({ body }) => lastOwn < body)?.at ?? end
  return withoutQuoteAtEnd(lines.slice(0, cutAt), cutAt === lines.length)
}
