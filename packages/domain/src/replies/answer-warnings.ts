import { orderIdsOf } from '../conversation/known-orders.ts'
import type { ConversationState } from '../conversation/state.ts'
import { foldedWords } from '../text/fold-words.ts'

/** What a person should look at again before an answer goes out. None of it keeps the answer back. */
export const answerWarnings = [
  'phone',
  'email',
  'link',
  'foreign-order',
  'empty-variable',
  'not-polish',
  'wrote-meanwhile',
] as const
export type AnswerWarning = (typeof answerWarnings)[number]

/** Nine digits, as Polish numbers are written, and no part of a longer number. */
const phone = /(?<![\d-])(?:(?:\+|00)48[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d-])/
const email = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/
const link = /https?:\/\/|\bwww\.|(?<![@\w.])[\w-]+\.(?:pl|com|eu|net|org|shop|store)\b/i
/** `{{imie}}`, `{order}`: nothing has filled it in. */
const variable = /\{\{[^{}]*\}\}|\{[\p{L}_][\p{L}\d_. ]*\}/u
/** As orders of EmpikPlace are numbered: digits, with a letter behind a hyphen for each part. */
const orderNumber = /(?<![\w+-])\d{7,}(?:-[A-Z])?(?![\w-])/g

const polish = new Set(
  foldedWords(
    'i w z na do nie się jest to że za o od po jak dzień dobry dziękujemy dziękuję prosimy proszę pozdrawiamy pozdrawiam ' +
      'państwa pana pani zamówienie zamówienia paczka przesyłka została został wysłana wysłaliśmy dla przez lub oraz już ' +
      'tak ale czy będzie może możemy nam nas my tej tego ten ta przepraszamy witam',
  ),
)
const foreign = new Set(
  foldedWords(
    'the and is are your you we our has have will not for with this that please thank thanks hello dear order regards ' +
      'und der die das ist nicht wir ihre ihr sie mit bitte danke hallo bestellung le la les est vous nous votre merci bonjour ' +
      'el los gracias hola su pedido il grazie ciao ordine',
  ),
)
const polishLetters = /[ąćęłńóśźż]/i
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Han}]/u
/** Fewer words may be a name, a number or a place. */
const fewestWords = 4

function isPolish(text: string): boolean {
  if (otherScript.test(text)) return false
  const words = foldedWords(text)
  if (words.length < fewestWords || polishLetters.test(text)) return true
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length
  return count(foreign) <= count(polish)
}

/** Of another buyer, perhaps: a number like an order's that none of this conversation has. */
function hasForeignOrder(text: string, state: ConversationState): boolean {
  const own = orderIdsOf(state)
  const bare = own.map((id) => id.replace(/-[A-Z]$/, ''))
  return (text.match(orderNumber) ?? []).some((found) => {
    if (own.includes(found) || bare.includes(found.replace(/-[A-Z]$/, ''))) return false
    return found.includes('-') || bare.some(({ length }) => length === found.length)
  })
}

/**
 * @param text as it was written, without the footer, which the shop wants as it is
 * @param read the newest message that its writer has seen; undefined where he does not say
 */
export function warningsOf(text: string, state: ConversationState, read: string | undefined): AnswerWarning[] {
  const withoutOrders = text.replace(orderNumber, ' ')
  const newest = state.messages.findLast(({ author }) => author === 'customer')?.messageId
  const seen = state.messages.findIndex(({ messageId }) => messageId === read)
  const newer = newest !== undefined && state.messages.findIndex(({ messageId }) => messageId === newest) > seen
  const found: Record<AnswerWarning, boolean> = {
    phone: phone.test(text.replace(/\d{7,}-[A-Z]/g, ' ')),
    email: email.test(text),
    link: link.test(withoutOrders),
    'foreign-order': hasForeignOrder(text, state),
    'empty-variable': variable.test(text),
    'not-polish': !isPolish(text),
    'wrote-meanwhile': read !== undefined && newer,
  }
  return answerWarnings.filter((warning) => found[warning])
}
