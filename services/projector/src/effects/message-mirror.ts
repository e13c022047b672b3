import {
  mirrorText,
  normaliseText,
  type ConversationState,
  type MirrorEntry,
  type OutcomeEvent,
} from '@connector/domain'
import { fromWrite, lookupFailed, notFound, refused, type EffectContext, type EffectHandler } from './handler.ts'

/** The first message stands in the ticket's own body, which shows as the customer's whoever wrote it. */
const entryInTicket = (state: ConversationState, messageId: string, entry: MirrorEntry): MirrorEntry =>
  state.messages[0]?.messageId === messageId ? 'customer' : entry

/** How often this text should be in the ticket already, from messages whose mirroring is settled. */
function expectedCount(state: ConversationState, entry: MirrorEntry, text: string): number {
  return state.messages.filter((message) => {
    if (!state.mirrored.has(message.messageId)) return false
    const mirrored = mirrorText(message)
    return entryInTicket(state, message.messageId, mirrored.entry) === entry && normaliseText(mirrored.text) === text
  }).length
}

/** Adds a later message of the conversation to its ticket. */
export const messageMirrorHandler: EffectHandler = {
  async perform(context) {
    const { connection, effect, state, signal } = context
    const { ticketId } = state
    const message = state.messages.find(({ messageId }) => messageId === effect.subject)
    if (!message || ticketId === undefined) return refused('The conversation has no ticket to put this message into.')
    const { entry, text } = mirrorText(message)
    const content = { body: text, bodyType: 'PLAIN' as const, date: new Date(message.sentAt) }
    const result =
      entry === 'customer'
        ? await connection.thulium.customerResponse(ticketId, content, signal)
        : await connection.thulium.agentResponse(
            ticketId,
            { ...content, userLogin: connection.account.agentLogin },
            signal,
          )
    return fromWrite(result, () => mirrored(context, ticketId, 'done'))
  },

  /**
   * Messages carry no searchable mark. We are the only writer of customer messages on these tickets and of replies under
   * the connector's login, so the text appearing once more than the settled messages explain means: done.
   */
  async lookUp(context) {
    const { connection, effect, state, signal } = context
    const { ticketId } = state
    const message = state.messages.find(({ messageId }) => messageId === effect.subject)
    if (!message || ticketId === undefined) return notFound
    const ticket = await connection.thulium.ticket(ticketId, signal)
    if (!ticket.ok) return lookupFailed(ticket.failure)
    const { entry, text } = mirrorText(message)
    const wanted = normaliseText(text)
    const there = ticket.value.messages.filter(
      (entryThere) =>
        (entry === 'customer'
          ? entryThere.type === 'MAIL'
          : entryThere.type === 'REPLY' && entryThere.userLogin === connection.account.agentLogin) &&
        normaliseText(entryThere.body) === wanted,
    ).length
    return there > expectedCount(state, entry, wanted)
      ? { kind: 'done', event: mirrored(context, ticketId, 'adopted') }
      : notFound
  },
}

const mirrored = ({ effect }: EffectContext, ticketId: number, how: 'done' | 'adopted'): OutcomeEvent => ({
  type: 'MessageMirrored',
  data: { effectKey: effect.effectKey, messageId: effect.subject, ticketId, how },
})
