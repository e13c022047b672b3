import { autoReplyEntry } from '@connector/domain/auto-replies'
import type { AutoReplyState, OutcomeEvent } from '@connector/domain/conversation'
import { autoReplySubject } from '@connector/domain/effects'
import { automaticEntries } from '@connector/domain/looks'
import { normaliseText } from '@connector/domain/text'
import { fromWrite, lookupFailed, notFound, refused, type EffectContext, type EffectHandler } from './handler.ts'
import { mayBeForgottenMessage } from './look-first.ts'
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
    const result =
      autoReply.mirrorAs === 'comment'
        ? await connection.thulium.comment(ticketId, { text, userLogin }, signal)
        : await connection.thulium.agentResponse(
            ticketId,
            { body: text, bodyType: 'PLAIN', userLogin, date: new Date(autoReply.sent.sentAt) },
            signal,
          )
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
    // Found again in the thread, it has a date of its own there, which may be another minute than that in its heading.
    if (mayBeForgottenMessage(context, autoReply.sent.sentAt)) {
      const shown = { entries: entries.value, connectorLogin: context.connection.account.agentLogin }
      return automaticEntries(shown, autoReply.text) > mirroredLike(context, ({ text }) => text === autoReply.text)
        ? { kind: 'done', event: mirrored(context, autoReply, ticketId, 'adopted') }
        : notFound
    }
    const wanted = normaliseText(textOf(autoReply))
    const there = entries.value.filter(({ body, comment }) =>
      [body, comment].some((text) => normaliseText(text) === wanted),
    ).length
    return there > mirroredLike(context, (other) => normaliseText(textOf(other)) === wanted)
      ? { kind: 'done', event: mirrored(context, autoReply, ticketId, 'adopted') }
      : notFound
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
