import type { AutoReplyRequested } from '../events/conversation-events.ts'
import { parseTemplate, type TemplateVariable } from '../settings/template.ts'
import { shorten } from '../text/shorten.ts'
import { warsawTime } from '../text/warsaw-time.ts'

/** Values come from outside, so they may be anything: a name of 200 letters is no name any more. */
const longestValue = 200

/** Stands where a variable had no value; from the private use area, so nobody writes it. */
const gap = '\uE001'

/** Closes the gaps so that the sentence reads as if the variable had never been there. */
const closeGaps = (text: string): string =>
  text
    .replace(/[^\S\n]*(?:\(\s*\uE001\s*\)|„\s*\uE001\s*”|"\s*\uE001\s*")/g, gap)
    .replace(/\uE001(?:[^\S\n]*\uE001)+/g, gap)
    // At the beginning of a line the punctuation behind it goes too, and the sentence begins with the next word.
    .replace(/^[^\S\n]*\uE001[^\S\n]*[,;:.!?–-]?[^\S\n]*(\S?)/gm, (_, next: string) => next.toLocaleUpperCase('pl'))
    // A comma that only led to the variable goes with it, a blank in any case.
    .replace(/,?[^\S\n]*\uE001(?=[,;:.!?)]|$)/gm, '')
    .replace(/[^\S\n]*\uE001(?=[^\S\n])/g, '')
    .replaceAll(gap, '')

/** The text for one buyer: one pass, so that a value that looks like a variable stays what it is. */
export function fillTemplate(template: string, values: Record<TemplateVariable, string | undefined>): string {
  const filled = parseTemplate(template.replaceAll(gap, ''))
    .parts.map((part) => {
      if ('text' in part) return part.text
      const value = (values[part.variable] ?? '').replaceAll(gap, '').replace(/\s+/g, ' ').trim()
      return value === '' ? gap : shorten(value, longestValue)
    })
    .join('')
  return closeGaps(filled).trim()
}

/** First words of every automatic answer in a ticket. */
export const autoReplyHeading = '[Automatyczna odpowiedź]'

export const autoReplyFirstLine = ({ name }: Pick<AutoReplyRequested, 'name'>, sentAt: string): string =>
  `${autoReplyHeading} ${name}, ${warsawTime(sentAt)}`

/** How an answer that was sent stands in the ticket. The same answer always gives the same text: it is how it is looked up. */
export const autoReplyEntry = (answer: AutoReplyRequested, sentAt: string): string =>
  `${autoReplyFirstLine(answer, sentAt)}\n\n${answer.text}`
