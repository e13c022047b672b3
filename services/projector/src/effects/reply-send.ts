import { textToSend } from '@connector/domain/conversation'
import type { OutcomeEvent } from '@connector/domain/conversation'
import { replyRecipients } from '@connector/domain/replies'
import { normaliseText } from '@connector/domain/text'
import { authorOf } from '@connector/domain/words'
import {
  fromWrite,
  lookupFailed,
  notFound,
  refused,
  type EffectContext,
  type EffectHandler,
  type Result,
} from './handler.ts'
import { mayBeForgotten, mayBeOurs } from './look-first.ts'
import { mayReadThread } from './may-read-thread.ts'
import { notInThread } from './not-in-thread.ts'

/** Sends an agent's reply to whoever it is for. */
export const replySendHandler: EffectHandler = {
  async perform(context) {
    const { connection, ref, state, signal } = context
    const reply = replyOf(context)
    if (!reply) return refused('The reply is not known to this conversation.')
    if (reply.text === '') return filesAlone(context, reply.thuliumMessageId)
    const result = await connection.empikplace.reply(
      ref.threadId,
      { body: textToSend(reply), to: reply.to ?? replyRecipients(state) },
      signal,
    )
    // A recipient who is not allowed, say.
    if (result.outcome === 'not-done' && result.failure.status === 403 && (await mayReadThread(context)))
      return refused(result.failure.message)
    return fromWrite(result, ({ messageId }) => sent(context, reply.thuliumMessageId, messageId, 'done'))
  },

  /** A message of the shop that may be ours, with the reply's text, is the reply (docs/outside/empikplace.md: was it sent). */
  async lookUp(context) {
    const { connection, ref, signal } = context
    const reply = replyOf(context)
    if (!reply) return notFound
    if (reply.text === '') return filesAlone(context, reply.thuliumMessageId)
    const answer = await connection.empikplace.thread(ref.threadId, signal)
    if (!answer.ok) return lookupFailed(answer.failure)
    const wanted = normaliseText(textToSend(reply))
    const mayBeIt = mayBeOurs(context, reply.writtenAt)
    const found = answer.value.thread.messages.find(
      (message) => authorOf(message.from) === 'seller' && mayBeIt(message) && normaliseText(message.body) === wanted,
    )
    return found
      ? { kind: 'done', event: sent(context, reply.thuliumMessageId, found.id, 'adopted') }
      : notInThread(context, answer.value.thread, reply.writtenAt, wanted)
  },
}

/** A reply of nothing but files has no message of its own: they follow at once, each as a message. */
const filesAlone = (context: EffectContext, thuliumMessageId: number): Result => ({
  kind: 'done',
  event: sent(context, thuliumMessageId, '', 'done'),
})

/** After a restore the buyer may have got it, though the log has it as never tried. */
export const mayBeSent = (context: EffectContext): boolean => {
  const reply = replyOf(context)
  return reply !== undefined && mayBeForgotten(context, reply.writtenAt)
}

const replyOf = ({ effect, state }: EffectContext) =>
  state.replies.find((reply) => String(reply.thuliumMessageId) === effect.subject)

const sent = (
  { effect }: EffectContext,
  thuliumMessageId: number,
  messageId: string,
  how: 'done' | 'adopted',
): OutcomeEvent => ({ type: 'ReplySent', data: { effectKey: effect.effectKey, thuliumMessageId, messageId, how } })
