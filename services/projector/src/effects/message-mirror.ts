import type { ConversationState, OutcomeEvent } from '@connector/domain/conversation'
import { effectKey } from '@connector/domain/effects'
import { normaliseText } from '@connector/domain/text'
import type { MessageReceived } from '@connector/domain/events'
import { isOld, mayBeDated, mirrorText, textsInTicket, type MirrorEntry } from '@connector/domain/tickets'
import type { TicketMessage } from '@connector/thulium'
import { isRefusedContent, mayBeTheAuthor } from './leave-out.ts'
import { fromWrite, lookupFailed, notFound, refused, type EffectContext, type EffectHandler } from './handler.ts'
import { hiddenWrite } from './hidden-write.ts'
import { isOurAnswer } from './our-answer.ts'
import { uploadFiles } from './upload-files.ts'
import { entriesOf } from './texts-of-ticket.ts'

/** The message that a ticket begins with stands in its own body, which shows as the customer's whoever wrote it. */
const entryInTicket = (state: ConversationState, messageId: string, entry: MirrorEntry): MirrorEntry =>
  state.openers.has(messageId) ? 'customer' : entry

/** How a message stands in the ticket, whether its first line says when it was written or not. */
interface Alike {
  texts: ReadonlySet<string>
  /** How often one of them should be there already, from messages whose mirroring is settled. */
  expected: number
}

/** Messages with the same text, which only their dates may tell apart. */
function alike(state: ConversationState, message: MessageReceived): Alike {
  const { entry, text } = mirrorText(message)
  const same = state.messages.filter((known) => mirrorText(known).text === text)
  return {
    texts: new Set(same.flatMap(textsInTicket).map(normaliseText)),
    expected: same.filter(
      ({ messageId, ...known }) =>
        state.mirrored.has(messageId) &&
        entryInTicket(state, messageId, mirrorText({ messageId, ...known }).entry) === entry,
    ).length,
  }
}

/** The ticket is gone, or somebody has given up making one: the conversation goes on in a new one. */
const needsNewTicket = ({ ref, state: { ticketId, lostTickets, settled } }: EffectContext): boolean =>
  ticketId === undefined &&
  (lostTickets.length > 0 || settled.has(effectKey('ticket:create', ref.integrationId, ref.threadId)))

/** Whether an entry of a ticket may be a message mirrored in this way. */
function isEntry({ type, userLogin }: TicketMessage, entry: MirrorEntry, connectorLogin: string): boolean {
  if (entry === 'customer') return type === 'MAIL'
  // A reply goes as a comment where Thulium refuses it under our login.
  return type === 'COMMENT' || (entry === 'agent' && type === 'REPLY' && userLogin === connectorLogin)
}

/**
 * Adds a later message of the conversation to its ticket. When the ticket is gone and no other has our mark, the message
 * becomes the first one of a new ticket.
 * @param tickets creates tickets
 */
export const messageMirrorHandler = (tickets: EffectHandler, now: () => Date): EffectHandler => ({
  async perform(context) {
    const { connection, effect, state, signal } = context
    const { ticketId } = state
    const message = state.messages.find(({ messageId }) => messageId === effect.subject)
    if (message && needsNewTicket(context)) return tickets.perform(context)
    if (!message || ticketId === undefined) return refused('The conversation has no ticket to put this message into.')
    const { clockOffsetMs } = connection.integration
    const { agentLogin: userLogin } = connection.account
    const mayDate = mayBeDated(state, message, clockOffsetMs)
    const { entry } = mirrorText(message)
    const add = (attachments: readonly string[], dated: boolean) => {
      // Without a date Thulium gives it the one of this moment.
      const { text } = mirrorText(message, !dated && isOld(message, now(), clockOffsetMs))
      const content = { body: text, bodyType: 'PLAIN' as const, ...(dated ? { date: new Date(message.sentAt) } : {}) }
      switch (entry) {
        case 'customer':
          return connection.thulium.customerResponse(ticketId, { ...content, attachments }, signal)
        case 'agent':
          return connection.thulium.agentResponse(ticketId, { ...content, attachments, userLogin }, signal)
        case 'comment':
          return connection.thulium.comment(ticketId, { text, userLogin }, signal)
      }
    }
    // For a customer's message none are documented (docs/outside/thulium.md: files).
    const takesFiles =
      entry === 'agent' || (entry === 'customer' && connection.settings.attachments.filesInLaterMessages)
    const files = takesFiles ? await uploadFiles(context, message) : []
    let result = await add(files, mayDate)
    // The text matters more than its files, which have effects of their own, and than its date, which it says itself then.
    if (files.length > 0 && isRefusedContent(result)) result = await add([], mayDate)
    if (entry !== 'comment' && mayDate && isRefusedContent(result)) result = await add([], false)
    // Its first line says whose it is.
    if (entry === 'agent' && mayBeTheAuthor(result))
      result = await connection.thulium.comment(ticketId, { text: mirrorText(message).text, userLogin }, signal)
    return fromWrite(result, () => mirrored(context, ticketId, 'done'))
  },

  /**
   * Messages carry no searchable mark. We are the only writer of customer messages on these tickets and of replies under
   * the connector's login, so the text appearing once more than the settled messages explain means: done.
   */
  async lookUp(context) {
    const { connection, effect, state } = context
    const { ticketId } = state
    const message = state.messages.find(({ messageId }) => messageId === effect.subject)
    if (message && needsNewTicket(context)) return tickets.lookUp(context)
    if (!message || ticketId === undefined) return notFound
    const entries = await entriesOf(context, ticketId)
    if (!entries.ok) return lookupFailed(entries.failure)
    if (isOurAnswer(context, message, { id: ticketId, entries: entries.value.messages }))
      return { kind: 'done', event: mirrored(context, ticketId, 'adopted') }
    const { entry } = mirrorText(message)
    const { texts, expected } = alike(state, message)
    const there = entries.value.messages.filter(
      (known) =>
        isEntry(known, entry, connection.account.agentLogin) &&
        texts.has(normaliseText(known.type === 'COMMENT' ? known.comment : known.body)),
    ).length
    if (there > expected) return { kind: 'done', event: mirrored(context, ticketId, 'adopted') }
    return hiddenWrite(context, entries.value.unreadableMessages, texts) ?? notFound
  },
})

const mirrored = ({ effect }: EffectContext, ticketId: number, how: 'done' | 'adopted'): OutcomeEvent => ({
  type: 'MessageMirrored',
  data: { effectKey: effect.effectKey, messageId: effect.subject, ticketId, how },
})
