import { hasAddress, hasDate, maxLength, textAt } from './header-words.ts'
import { isMailHead } from './mail-head.ts'
import { nextText, type Line } from './lines.ts'

/** What mail programs write between two rows of hyphens above an earlier message. */
const original =
  /^-{2,}\s*(?:original message|original-nachricht|ursprüngliche nachricht|wiadomość oryginalna|oryginalna wiadomość|wiadomość źródłowa|původní zpráva|pôvodná správa|вихідне повідомлення|оригінальне повідомлення|початкове повідомлення|исходное сообщение|message d.origine|mensaje original|messaggio originale|oorspronkelijk bericht)(?!\p{L}).{0,80}$/iu

/** "--- Original message --- is the one of the courier": an agent's words about it. */
const goesOnAsSentence = /-{2,}\s+\p{Ll}[^:]*$/u

/** Lines of mail programs that ask for an answer above them. */
const above =
  /^[#=*\s-]{0,20}(?:odpowiedz|odpisz|odpowiadaj|prosimy o odpowiedź|reply|please reply|please type your reply|write your reply) (?:powyżej|above)(?: tej| this)? (?:linii|line)[#=*\s-]{0,20}$/i

const betweenHyphens = /^-{2,}\s*[^\s-].{0,200}?\s*-{2,}$/
/** "---- pon., 02 lis 2026 10:15:00 +0100 Jan <jan@example.com> napisał(a) ---" */
const attributed = (text: string): boolean =>
  betweenHyphens.test(text) && hasAddress(text) && (hasDate(text) || /(?:napisał|wrote|pisze)/i.test(text))

const forwards = [
  /^-{2,}.{0,20}(?:forward|przekaz|przesłan|weitergeleit|weiterleit|пересла|пересил|перенаправ|přepos|přeposlan|prepos|transf[eé]r|reenviad|encaminh|inoltrat|doorgestuur|továbbít|persiųst|pārsūt|edastat|videresend|vidarebeford|välitet|redirec|iletil|препрат|προωθ|转发|轉寄|転送).{0,40}$/iu,
  /^(?:początek przekaz(?:yw)?anej wiadomości|begin forwarded message|anfang der weitergeleiteten nachricht|začátek přeposlané zprávy|začiatok preposlanej správy|початок пересланого повідомлення)\s?:$/iu,
]

/** What is forwarded is meant for the buyer; Apple Mail quotes it. */
export const isForward = (lines: readonly Line[], index: number): boolean => {
  const text = textAt(lines, index).replace(/^>\s?/, '')
  return /\p{L}/u.test(text) && forwards.some((forward) => forward.test(text))
}

/** Lines after which all was there before: known ones, and in a language that is not known those above a head. */
export function isSeparator(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  if (text.length > maxLength || !/\p{L}/u.test(text) || !/^[#=*\s]{0,20}[-\p{L}]/u.test(text)) return false
  if ((original.test(text) && !goesOnAsSentence.test(text)) || above.test(text) || attributed(text)) return true
  if (!betweenHyphens.test(text) || isForward(lines, index)) return false
  return isMailHead(lines, nextText(lines, index + 1), true)
}
