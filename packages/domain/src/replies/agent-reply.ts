import { toPlainText } from '../text/plain-text.ts'
import { autoReplyHeading } from '../auto-replies/auto-reply-text.ts'
import { sellerHeading } from '../tickets/mirror-text.ts'

/**
 * Whether an entry of a ticket is an agent's reply for the buyer. Never a comment, never a customer's message, and never
 * an echo of our own: those carry the connector's login or, should somebody else's login be used, our heading. An entry
 * without a login was written by a machine, such as a queue's autoresponder.
 */
export const isAgentReply = (
  entry: { type: string; userLogin?: string; body: string },
  connectorLogin: string,
): boolean =>
  entry.type === 'REPLY' &&
  entry.userLogin !== undefined &&
  entry.userLogin !== '' &&
  entry.userLogin !== connectorLogin &&
  ![sellerHeading, autoReplyHeading].some((heading) => toPlainText(entry.body).startsWith(heading))
