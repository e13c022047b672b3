import { toPlainText } from './plain-text.ts'

/** Message text limits of EmpikPlace (M12). */
export const replyLimits = { min: 3, max: 50_000 } as const

const quotedHistory = ['blockquote', '.gmail_quote', '#appendonsend', '.moz-cite-prefix']

/** "W dniu … Jan napisał(a):", "On … Jan wrote:"; a long address moves the end to a line of its own. */
const attribution = /(?:^|\s)(?:napisał|napisała|napisał\(a\)|napisał\/a|pisze|wrote):$/i
const attributionEnd = /^(?:<\S+>\s*)?(?:napisał|napisała|napisał\(a\)|napisał\/a|pisze|wrote):$/i
const timeOfDay = /\d{1,2}[:.]\d{2}/
const quoted = /^>/

/** Lines that only mail programs write, where they begin to repeat what was said before. */
const quoteHeaders = [
  /^-{2,}\s*(?:original message|wiadomość oryginalna|oryginalna wiadomość).*$/i,
  /^wiadomość napisana przez .*\d{1,2}[:.]\d{2}:$/i,
]

/** Outlook repeats the head of the earlier message: "Od: …" and soon "Wysłano: …". */
const headFrom = /^\*?(?:od|from):/i
const headDate = /^\*?(?:wysłano|data|sent|date):/i

/** The signature mark of e-mail (RFC 3676). */
const signature = /^-- ?$/

function beginsHistory(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (signature.test(line) || quoteHeaders.some((header) => header.test(line))) return true
  const after = lines.slice(index + 1, index + 4)
  if (headFrom.test(line)) return after.some((next) => headDate.test(next))
  if (timeOfDay.test(line) && attributionEnd.test(after[0] ?? '')) return true
  if (!attribution.test(line)) return false
  // An agent may write "producent pisze:" too; a mail program names a time, or the quote follows at once.
  const next = after.find((text) => text !== '')
  return timeOfDay.test(line) || next === undefined || quoted.test(next)
}

const cut = (text: string): string => {
  const lines = text.split('\n')
  const start = lines.findIndex((_, index) => beginsHistory(lines, index))
  const kept = start < 0 ? lines : lines.slice(0, start)
  // Quoted lines at the end are history; between the agent's own they are what the agent answers to.
  const last = kept.findLastIndex((line) => line !== '' && !quoted.test(line) && !/^[-_]{5,}$/.test(line))
  return kept
    .slice(0, last + 1)
    .join('\n')
    .trim()
}

/**
 * The plain text a buyer gets out of an agent's e-mail-shaped reply: quoted history and signature are cut.
 * When the cut leaves nothing, the uncut text is the reply.
 */
export function replyText(body: string): string {
  const short = cut(toPlainText(body, quotedHistory))
  return short === '' ? toPlainText(body) : short
}
