import { autoReplyEntry } from '@connector/domain/auto-replies'
import type { AutoReplyState, OutcomeEvent } from '@connector/domain/conversation'
import { autoReplySubject } from '@connector/domain/effects'
import { automaticEntries } from '@connector/domain/looks'
import { normaliseText } from '@connector/domain/text'
import { fromWrite, lookupFailed, notFound, refused, type EffectContext, type EffectHandler } from './handler.ts'
import { mayBeTheAuthor } from './leave-out.ts'
import { mayBeForgottenMessage } from './look-first.ts'
import { hiddenWrite } from './hidden-write.ts'
import { entriesOf } from './texts-of-ticket.ts'

type SentAutoReply = AutoReplyState & { sent: NonNullable<AutoReplyState['sent']> }

/** Shows an automatic answer that was sent in the ticket, as a reply of the connector or as an internal comment. */
export const autoReplyMirrorHandler: EffectHandler = {
  async perform(context) {
    const { connection, state, signal } = context
    const { ticketId } = state
    const autoReply = autoReplyOf(context)
    if (!autoReply || ticketId === undefined)
      return refused('The conversation has no ticket to show this automatic answer in.')
    const text = textOf(autoReply)
    const userLogin = connection.account.agentLogin
    const comment = () => connection.thulium.comment(ticketId, { text, userLogin }, signal)
    const date = new Date(autoReply.sent.sentAt)
    const reply = () =>
      connection.thulium.agentResponse(ticketId, { body: text, bodyType: 'PLAIN', userLogin, date }, signal)
    let result = await (autoReply.mirrorAs === 'comment' ? comment() : reply())
    // Its first line says what it is.
    if (autoReply.mirrorAs === 'reply' && mayBeTheAuthor(result)) result = await comment()
    return fromWrite(result, () => mirrored(context, autoReply, ticketId, 'done'))
  },

  /** We are the only writer of this heading, so the text there once more than the mirrored ones explain means: done. */
  async lookUp(context) {
    const { state } = context
    const { ticketId } = state
    const autoReply = autoReplyOf(context)
    if (!autoReply || ticketId === undefined) return notFound
    const entries = await entriesOf(context, ticketId)
    if (!entries.ok) return lookupFailed(entries.failure)
    const { messages, unreadableMessages } = entries.value
    // Found again in the thread, it has a date of its own there, which may be another minute than that in its heading.
    if (mayBeForgottenMessage(context, autoReply.sent.sentAt)) {
      const shown = { entries: messages, connectorLogin: context.connection.account.agentLogin }
      return automaticEntries(shown, autoReply.text) > mirroredLike(context, ({ text }) => text === autoReply.text)
        ? { kind: 'done', event: mirrored(context, autoReply, ticketId, 'adopted') }
        : notFound
    }
    const wanted = normaliseText(textOf(autoReply))
    const there = messages.filter(({ body, comment }) =>
      [body, comment].some((text) => normaliseText(text) === wanted),
    ).length
    return there > mirroredLike(context, (other) => normaliseText(textOf(other)) === wanted)
      ? { kind: 'done', event: mirrored(context, autoReply, ticketId, 'adopted') }
      : (hiddenWrite(context, unreadableMessages, new Set([wanted])) ?? notFound)
  },
}

const isSent = (autoReply: AutoReplyState): autoReply is SentAutoReply => autoReply.sent !== undefined

const textOf = (autoReply: SentAutoReply): string => autoReplyEntry(autoReply, autoReply.sent.sentAt)

const autoReplyOf = ({ effect, state }: EffectContext): SentAutoReply | undefined =>
  state.autoReplies.filter(isSent).find((autoReply) => autoReplySubject(autoReply) === effect.subject)

const mirroredLike = ({ state }: EffectContext, isLike: (other: SentAutoReply) => boolean): number =>
  state.autoReplies.filter(isSent).filter((other) => state.mirrored.has(other.sent.messageId) && isLike(other)).length

const mirrored = (
  { effect }: EffectContext,
  { sent }: SentAutoReply,
  ticketId: number,
  how: 'done' | 'adopted',
): OutcomeEvent => ({
  type: 'MessageMirrored',
  data: { effectKey: effect.effectKey, messageId: sent.messageId, ticketId, how },
})
