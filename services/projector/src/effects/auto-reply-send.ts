import { markedTickets, withEntries } from '@connector/connections'
import { lastToldAt, replyOnItsWay } from '@connector/domain/auto-replies'
import type { AutoReplyState, OutcomeEvent } from '@connector/domain/conversation'
import { autoReplySubject } from '@connector/domain/effects'
import { agentReplies, customerOf } from '@connector/domain/replies'
import { normaliseText } from '@connector/domain/text'
import { authorOf } from '@connector/domain/words'
import type { ThreadMessage } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'
import type { TicketMessage } from '@connector/thulium'
import {
  lookupFailed,
  notFound,
  refused,
  toFailure,
  type EffectContext,
  type EffectHandler,
  type Result,
} from './handler.ts'
import { mayBeOurs } from './look-first.ts'
import { notInThread } from './not-in-thread.ts'
import { isFirmRefusal, unsure } from './doubts.ts'

type SkipReason = Extract<OutcomeEvent, { type: 'AutoReplySkipped' }>['data']['reason']

/**
 * Sends an automatic answer to the buyer, unless a person was faster. Both sides are asked right before sending; what a
 * person writes between the last question and our call, well under a second, is not seen.
 */
export function autoReplySendHandler(now: () => Date): EffectHandler {
  return {
    async perform(context) {
      const { connection, ref, state, signal } = context
      const autoReply = autoReplyOf(context)
      const question = state.messages.find(({ messageId }) => messageId === autoReply?.messageId)
      if (!autoReply || !question) return refused('The automatic answer is not known to this conversation.')
      if (now() > new Date(autoReply.notAfter)) return skipped(context, autoReply, 'too-late')
      const wanted = connection.settings.autoReplies.find(({ id }) => id === autoReply.autoReplyId)
      if (wanted?.enabled !== true) return skipped(context, autoReply, 'withdrawn')
      if (replyOnItsWay(ref, state)) return skipped(context, autoReply, 'answered')

      const inTicket = await agentIsAnswering(context, new Date(question.sentAt), now())
      if (inTicket === 'yes') return skipped(context, autoReply, 'answered')
      if (inTicket !== 'no') return inTicket
      const answer = await connection.empikplace.thread(ref.threadId, signal)
      if (!answer.ok) return { kind: 'not-done', failure: toFailure(answer.failure) }
      const { messages } = answer.value.thread
      const own = findOwn(context, autoReply, messages)
      if (own) return sent(context, autoReply, { messageId: own.id, sentAt: own.dateCreated, how: 'adopted' })
      const toldAt = lastToldAt(state, messages.map(toTold))
      if (toldAt && toldAt >= new Date(question.sentAt)) return skipped(context, autoReply, 'answered')

      const result = await connection.empikplace.reply(
        ref.threadId,
        { body: autoReply.text, to: [customerOf(state)] },
        signal,
      )
      // The same key has just read the thread, so a 403 is about this message.
      if (result.outcome === 'not-done' && result.failure.status === 403) return refused(result.failure.message)
      return result.outcome === 'done'
        ? sent(context, autoReply, { messageId: result.value.messageId, sentAt: now(), how: 'done' })
        : { kind: result.outcome, failure: toFailure(result.failure) }
    },

    /** A message of the shop that may be ours, with the answer's text, is the answer (docs/outside/empikplace.md: was it sent). */
    async lookUp(context) {
      const { connection, ref, signal } = context
      const autoReply = autoReplyOf(context)
      if (!autoReply) return notFound
      const answer = await connection.empikplace.thread(ref.threadId, signal)
      if (!answer.ok) return lookupFailed(answer.failure)
      const { messages } = answer.value.thread
      const own = findOwn(context, autoReply, messages)
      return own
        ? sent(context, autoReply, { messageId: own.id, sentAt: own.dateCreated, how: 'adopted' })
        : notInThread(context, answer.value.thread, autoReply.sendAt, normaliseText(autoReply.text))
    },
  }
}

/** A ticket that is not recorded this long after the buyer wrote may have been made all the same, by a process that died. */
const ticketWithinMs = 60_000

/** Entries of the ticket, also of one whose making was not recorded. */
async function entriesOf(context: EffectContext, askedAt: Date, now: Date): Promise<TicketMessage[] | Failure> {
  const { connection, ref, state, signal } = context
  if (state.ticketId === undefined) {
    if (now.getTime() - askedAt.getTime() < ticketWithinMs) return []
    const found = await markedTickets(connection, ref.threadId, state.lostTickets, signal)
    return found.ok ? found.tickets.flatMap(({ messages }) => messages) : found.failure
  }
  const ticket = withEntries(await connection.thulium.ticket(state.ticketId, signal), connection)
  if (ticket.ok) return ticket.value.messages
  // A ticket that is gone holds no answer; one refusal does not make it gone.
  if (ticket.failure.class !== 'refused') return ticket.failure
  return isFirmRefusal(context) ? [] : unsure(ticket.failure)
}

/** Whether the ticket shows an agent's answer that is not recorded yet, because it still settles. */
async function agentIsAnswering(context: EffectContext, askedAt: Date, now: Date): Promise<'yes' | 'no' | Result> {
  const entries = await entriesOf(context, askedAt, now)
  if (!Array.isArray(entries)) {
    // It is better to be late than to talk across a person.
    const message = `Thulium could not be asked whether an agent has answered: ${entries.message}`
    // Whatever is wrong at Thulium says nothing about the EmpikPlace key, whose effect this is.
    return { kind: 'not-done', failure: { ...toFailure(entries), failureClass: 'unreachable', message } }
  }
  const { state, connection } = context
  const known = new Set(state.replies.map(({ thuliumMessageId }) => thuliumMessageId))
  return agentReplies(state, entries, connection.account.agentLogin).some(({ id }) => !known.has(id)) ? 'yes' : 'no'
}

const toTold = ({ id, from, to, dateCreated }: ThreadMessage) => ({
  messageId: id,
  author: authorOf(from),
  to: to.map(({ type }) => ({ type })),
  sentAt: dateCreated.toISOString(),
})

const findOwn = (
  context: EffectContext,
  { text, messageId }: AutoReplyState,
  messages: readonly ThreadMessage[],
): ThreadMessage | undefined => {
  const wanted = normaliseText(text)
  // After a restore it is asked for anew, later than it may have been sent; but never before the question.
  const question = context.state.messages.find((message) => message.messageId === messageId)
  const mayBeIt = mayBeOurs(context, question?.sentAt)
  return messages.find(
    (message) => authorOf(message.from) === 'seller' && mayBeIt(message) && normaliseText(message.body) === wanted,
  )
}

const autoReplyOf = ({ effect, state }: EffectContext): AutoReplyState | undefined =>
  state.autoReplies.find((autoReply) => autoReplySubject(autoReply) === effect.subject)

function sent(
  { effect }: EffectContext,
  { autoReplyId, messageId: answers }: AutoReplyState,
  { messageId, sentAt, how }: { messageId: string; sentAt: Date; how: 'done' | 'adopted' },
): Result {
  const data = { effectKey: effect.effectKey, autoReplyId, answers, messageId, sentAt: sentAt.toISOString(), how }
  return { kind: 'done', event: { type: 'AutoReplySent', data } }
}

function skipped(
  { effect }: EffectContext,
  { autoReplyId, messageId: answers }: AutoReplyState,
  reason: SkipReason,
): Result {
  const data = { effectKey: effect.effectKey, autoReplyId, answers, reason }
  return { kind: 'done', event: { type: 'AutoReplySkipped', data } }
}
