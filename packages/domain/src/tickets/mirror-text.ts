import type { Author } from '../words/authors.ts'
import { isCustomer, isForShop, isOperator } from '../words/index.ts'
import type { MessageReceived } from '../events/conversation-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { messageText } from '../mail/message-text.ts'
import { shownFileName } from '../text/file-name.ts'
import { fileSize } from '../text/file-size.ts'
import { warsawTime } from '../text/warsaw-time.ts'

/** How a message enters the ticket: as the customer's, as sent to the customer under the connector's login, or internally. */
export type MirrorEntry = 'customer' | 'agent' | 'comment'

export interface MirrorText {
  entry: MirrorEntry
  text: string
}

/** First words of every mirrored seller message. */
export const sellerHeading = '[Obsługa EmpikPlace]'
const operatorHeading = '[Operator EmpikPlace]'
const customerHeading = '[Klient EmpikPlace]'

/** With one of these begins whatever enters a ticket under the connector's login, but automatic answers. */
export const mirrorHeadings: readonly string[] = [sellerHeading, operatorHeading, customerHeading]

type Written = Pick<MessageReceived, 'authorName' | 'sentAt'>

const firstLine = (word: string, { authorName, sentAt }: Written): string =>
  `${word} ${authorName}, ${warsawTime(sentAt)}`

/** How every mirrored message of the seller begins; the same message always begins with the same line. */
export const sellerFirstLine = (message: Written): string => firstLine(sellerHeading, message)

const hidden = '(wiadomość niewidoczna dla klienta)'

/** How notes name the operator, and how they did before: what stands in a ticket keeps its words. */
type OperatorWord = 'operatora' | 'Empiku'

/** What an agent must know of the readers of a message: '' for what goes without saying. */
function readersNote({ author, to, readersNoted }: MessageReceived, named: OperatorWord): string {
  const [shop, customer, operator] = [isForShop(to), to.some(isCustomer), to.some(isOperator)]
  // What was recorded before more was said keeps its text.
  if (readersNoted !== true) return author === 'customer' || customer ? '' : hidden
  if (author === 'seller') return !customer ? hidden : operator ? `(wiadomość do klienta i do ${named})` : ''
  if (author === 'customer') {
    if (shop) return operator ? `(wiadomość do sklepu i do ${named})` : ''
    return operator ? `(wiadomość do ${named}, nie do sklepu)` : '(wiadomość nie do sklepu)'
  }
  if (shop) return customer ? '' : hidden
  return customer ? '(wiadomość do klienta, nie do sklepu)' : `(wiadomość do ${named}, nie do sklepu)`
}

const words: Readonly<Record<Exclude<Author, 'unknown'>, string>> = {
  customer: customerHeading,
  seller: sellerHeading,
  operator: operatorHeading,
}

const authorLine = (message: MessageReceived): string =>
  firstLine(message.author === 'unknown' ? `[Nieznany nadawca: ${message.authorType}]` : words[message.author], message)

/**
 * Whether a message enters the ticket internally; recorded with it, so that a later setting does not change what was done. One
 * that is not for the shop waits for nobody there, and as a message it would open the ticket again.
 */
export const entersAsComment = (
  { author, to }: Pick<MessageReceived, 'author' | 'to'>,
  { operatorMessages }: Pick<IntegrationSettings, 'operatorMessages'>,
): boolean => author !== 'seller' && (!isForShop(to) || (author === 'operator' && operatorMessages === 'comment'))

/**
 * The text of a message in the ticket. The same message always gives the same text: it is how a write is looked up.
 * @param dated with author and date in the first line, whoever wrote it: where Thulium shows another date
 * @param named how its note names the operator
 */
export function mirrorText(message: MessageReceived, dated = false, named: OperatorWord = 'operatora'): MirrorText {
  const body = messageText(message.body)
  const attachments = message.attachments.map(
    ({ name, size }) => `[Załącznik: ${shownFileName(name)}, ${fileSize(size)}]`,
  )
  const text = [body === '' && attachments.length === 0 ? '(wiadomość bez treści)' : body, ...attachments]
    .filter((part) => part !== '')
    .join('\n')
  // A comment shows as the connector's.
  const isSigned = message.author !== 'customer' || message.asComment === true || dated
  const heading = [...(isSigned ? [authorLine(message)] : []), readersNote(message, named)].filter(
    (line) => line !== '',
  )
  return {
    entry: message.asComment === true ? 'comment' : message.author === 'seller' ? 'agent' : 'customer',
    text: heading.length === 0 ? text : `${heading.join('\n')}\n\n${text}`,
  }
}

/** All texts that a message may stand in a ticket with. */
export const textsInTicket = (message: MessageReceived): string[] => [
  ...new Set(
    (['operatora', 'Empiku'] as const).flatMap((named) => [
      mirrorText(message, false, named).text,
      mirrorText(message, true, named).text,
    ]),
  ),
]
