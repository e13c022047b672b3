import type { Author } from '../words/authors.ts'
import { isCustomer } from '../words/mirakl.ts'
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

const hiddenFromCustomer = (message: MessageReceived): boolean =>
  message.author !== 'customer' && !message.to.some(isCustomer)

type Written = Pick<MessageReceived, 'authorName' | 'sentAt'>

const firstLine = (word: string, { authorName, sentAt }: Written): string =>
  `${word} ${authorName}, ${warsawTime(sentAt)}`

/** How every mirrored message of the seller begins; the same message always begins with the same line. */
export const sellerFirstLine = (message: Written): string => firstLine(sellerHeading, message)

function heading(message: MessageReceived): string {
  const word =
    message.author === 'seller'
      ? sellerHeading
      : message.author === 'operator'
        ? operatorHeading
        : `[Nieznany nadawca: ${message.authorType}]`
  const note = hiddenFromCustomer(message) ? '\n(wiadomość niewidoczna dla klienta)' : ''
  return `${firstLine(word, message)}${note}\n\n`
}

/** Whether a message enters the ticket internally; recorded with it, so that a later setting does not change what was done. */
export const entersAsComment = (
  { author }: { author: Author },
  { operatorMessages }: Pick<IntegrationSettings, 'operatorMessages'>,
): boolean => author === 'operator' && operatorMessages === 'comment'

/** The text of a message in the ticket. The same message always gives the same text: it is how a write is looked up. */
export function mirrorText(message: MessageReceived): MirrorText {
  const body = messageText(message.body)
  const attachments = message.attachments.map(
    ({ name, size }) => `[Załącznik: ${shownFileName(name)}, ${fileSize(size)}]`,
  )
  const text = [body === '' && attachments.length === 0 ? '(wiadomość bez treści)' : body, ...attachments]
    .filter((part) => part !== '')
    .join('\n')
  return {
    entry: message.asComment === true ? 'comment' : message.author === 'seller' ? 'agent' : 'customer',
    text: message.author === 'customer' ? text : heading(message) + text,
  }
}
