import { toPlainText } from './plain-text.ts'

/** Message text limits of EmpikPlace (M12). */
export const replyLimits = { min: 3, max: 50_000 } as const

const quotedHistory = ['blockquote', '.gmail_quote', '#appendonsend', '.moz-cite-prefix']

/** Where mail programs begin to repeat what was said before. Each pattern must match a whole line. */
const quoteHeaders = [
  /^.*(?:napisał|napisała|napisał\(a\)|pisze):\s*$/i,
  /^.*wrote:\s*$/i,
  /^-{2,}\s*(?:original message|wiadomość oryginalna|oryginalna wiadomość).*$/i,
  /^>.*$/,
]

/** The signature mark of e-mail (RFC 3676). */
const signature = /^-- ?$/

const cut = (text: string): string => {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => signature.test(line) || quoteHeaders.some((header) => header.test(line)))
  return (end < 0 ? text : lines.slice(0, end).join('\n')).trim()
}

/**
 * The plain text a buyer gets out of an agent's e-mail-shaped reply: quoted history and signature are cut.
 * When the cut leaves nothing, the uncut text is the reply.
 */
export function replyText(body: string): string {
  const short = cut(toPlainText(body, quotedHistory))
  return short === '' ? toPlainText(body) : short
}
