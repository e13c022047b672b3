import { withoutLead } from '../mail/index.ts'
import { normaliseText } from '../text/plain-text.ts'

const isQuoted = (line: string): boolean => line.startsWith('>')

function isAmong(texts: Iterable<string>, wanted: string): boolean {
  for (const text of texts) if (normaliseText(text) === wanted) return true
  return false
}

/**
 * Takes off a quotation below an answer that repeats an earlier message word for word. Quoted lines alone prove nothing, since
 * agents quote producers and terms too; that somebody in the conversation wrote the same is the second sign.
 * @param text an answer as plain text, quoted lines marked with `>`
 * @param known earlier messages, only gone through when there is a quotation
 */
export function withoutKnownQuote(text: string, known: Iterable<string>): string {
  const lines = text.split('\n')
  const last = lines.findLastIndex((line) => line.trim() !== '' && !isQuoted(line))
  const quote = lines.slice(last + 1).filter(isQuoted)
  if (last < 0 || quote.length === 0) return text
  const quoted = normaliseText(quote.map((line) => line.replace(/^(?:>\s?)+/, '')).join('\n'))
  if (quoted === '' || !isAmong(known, quoted)) return text
  const answer = withoutLead(
    lines
      .slice(0, last + 1)
      .join('\n')
      .trimEnd(),
  )
  // A quotation alone, or one that a colon points at, is what the agent wants to be read.
  return answer === '' || answer.endsWith(':') ? text : answer
}
