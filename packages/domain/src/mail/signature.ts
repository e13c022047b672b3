import { isAdvertisement } from './advertisements.ts'
import { isQuoted, isRule, nextText, type Line } from './lines.ts'
import { contact, courtesy, pointsDown } from './letter-words.ts'

/** The signature mark of e-mail (RFC 3676) is two hyphens and a blank, near the end. */
const mostLines = 25

/**
 * Some programs lose the blank, and some agents part their text by two hyphens: then, under the end of a sentence, a few
 * names alone are a signature, and nothing else.
 */
const bareDelimiter = /^--$/
const mostNames = 3
const name = /^\p{Lu}[\p{L}.'-]*(?: (?:\p{Lu}[\p{L}.'-]*|z o\.o\.|S\.A\.|i|&)){1,4}$/u

/** A signature has names and numbers, mostly no sentences. */
const sentence = /[\p{L}\d]{3}[.!?]$/u
const legal = /administrator|rodo|poufn|confidential|zastrzeże/i
const maxContactLine = 70

/** What an agent adds below his name, or asks for: no signature has it. The capital of a company stands in many. */
const postscript = /^(?:p\.?\s?s\.?|ps\d?|nb)[.:)\s]/i
const amount = /(?<!\d)\d[\d\s.]{0,12}(?:[.,]\d{2})?\s?(?:zł|pln|eur|€|usd)(?!\p{L})/iu
const capital = /kapitał|capital|kapital|статутн/i
const isAdded = ({ text }: Line): boolean => postscript.test(text) || (amount.test(text) && !capital.test(text))

const isProse = (line: Line | undefined): boolean =>
  line !== undefined &&
  sentence.test(line.text) &&
  ![legal, courtesy].some((known) => known.test(line.text)) &&
  !isAdvertisement(line.text)

const letters = /^\p{L}[^\d:]*$/u

const isOfSender = ({ text }: Line): boolean =>
  [name, contact, courtesy, legal].some((sign) => sign.test(text)) || isAdvertisement(text)

/**
 * Besides the mark something must tell a signature: agents part by it what they write, too, e.g. the amount or the code that
 * the buyer asked for.
 */
function tellsSender([first, ...others]: readonly Line[]): boolean {
  if (first === undefined || isOfSender(first)) return true
  return letters.test(first.text) && others.slice(0, 3).some(isOfSender)
}

/** Longer lines say more than where to look. */
const longestPointer = 400

/** A line that ends in a colon points at what follows, and so do some words. */
const isPointing = (text: string): boolean =>
  text.endsWith(':') || (text.length <= longestPointer && pointsDown.test(text))

const isContact = ({ text }: Line): boolean => text.length <= maxContactLine && !sentence.test(text)

/** The last line with words in it that stands above a line. There may be a mark on every second line of a megabyte. */
function lineAbove(lines: readonly Line[], begin: number, index: number): Line | undefined {
  for (let at = index - 1; at >= begin; at--) if (lines[at]?.text !== '') return lines[at]
  return undefined
}

function isSignature(lines: readonly Line[], begin: number, index: number, below: readonly Line[]): boolean {
  const above = lineAbove(lines, begin, index)
  if (isPointing(above?.text ?? '') || below.length > mostLines || isProse(below[0])) return false
  if (lines[index]?.signature === true) return true
  if (below.some(isAdded)) return false
  if (lines[index]?.delimiter === true && tellsSender(below)) return true
  const hasNames = below.length > 0 && below.length <= mostNames && below.every(({ text }) => name.test(text))
  return hasNames && (above === undefined || sentence.test(above.text) || isQuoted(above))
}

/** A reply may be nothing but its sender, above files. */
const isAllOf = (lines: readonly Line[], index: number, below: readonly Line[]): boolean =>
  below.length > 0 &&
  below.length <= mostLines &&
  below.every(isOfSender) &&
  nextText(lines, 0) === index &&
  lines.slice(index + 1).filter(({ text }) => text !== '').length === below.length

/** Where the signature begins in lines that end before `end`: mostly at the last delimiter, or at one before it. */
function delimiterIn(lines: readonly Line[], begin: number, end: number): number | undefined {
  let found: number | undefined
  for (let index = end - 1; index >= begin; index--) {
    const line = lines[index]
    if (line === undefined) continue
    if (line.delimiter === true || bareDelimiter.test(line.text)) {
      const below = lines.slice(index + 1, found ?? end).filter(({ text }) => text !== '')
      if (!isSignature(lines, begin, index, below) && !isAllOf(lines, index, below)) break
      found = index
    } else if (found !== undefined && !isContact(line)) break
  }
  return found
}

/**
 * A postscript to the end, and sentences at the beginning of what the mail program keeps as the signature: somebody went on writing there. Where nothing
 * stands before it, the reply is a signature alone. All of it is meant where a line that ends in a colon points at it.
 */
function setFreeWhatWasTyped(lines: Line[]): void {
  let hasOwn = false
  let above = ''
  let isSignature = false
  let goesOn = false
  let isMeant = false
  for (const [index, line] of lines.entries()) {
    if (!line.signature) {
      hasOwn ||= line.text !== '' && !isQuoted(line)
      above = line.text || above
      goesOn = false
      isSignature = false
      continue
    }
    if (!isSignature) isMeant = isPointing(above)
    isMeant ||= hasOwn && postscript.test(line.text)
    const begins: boolean = goesOn || (hasOwn && !isSignature)
    isSignature = true
    if (line.text === '') continue
    goesOn = begins && isProse(line)
    if (goesOn || isMeant) lines[index] = { ...line, signature: false }
  }
}

/**
 * Tells which lines are a signature: what the mail program keeps as one, what follows the signature mark up to the next
 * quote, and what programs put under a message. "Pozdrawiam, Sklep Demo" is a courtesy and stays.
 * @param startsHistory whether something that was said before begins at a line
 */
export function withSignatures(lines: readonly Line[], startsHistory: (index: number) => boolean): Line[] {
  const out = [...lines]
  setFreeWhatWasTyped(out)
  let begin = 0
  const closeSection = (end: number): void => {
    const from = delimiterIn(lines, begin, end) ?? end
    for (let index = from; index < end; index++) setSignature(out, index)
    for (let index = from - 1; index >= begin; index--) {
      const line = lines[index]
      if (line === undefined) break
      if (isAdvertisement(line.text) && lineAbove(out, begin, index)?.text.endsWith(':') !== true)
        setSignature(out, index)
      else if (line.text !== '' && !line.signature && !isRule(line)) break
    }
  }
  for (const [index, line] of lines.entries()) {
    if (!isQuoted(line) && !startsHistory(index)) continue
    closeSection(index)
    begin = index + 1
  }
  closeSection(lines.length)
  return out
}

function setSignature(lines: Line[], index: number): void {
  const line = lines[index]
  if (line !== undefined) lines[index] = { ...line, signature: true }
}
