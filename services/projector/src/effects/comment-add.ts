import type { OutcomeEvent } from '@connector/domain/conversation'
import { parseEffectKey } from '@connector/domain/effects'
import { normaliseText } from '@connector/domain/text'
import { commentText } from '@connector/domain/tickets'
import { fromWrite, lookupFailed, notFound, refused, type EffectContext, type EffectHandler } from './handler.ts'
import { hiddenWrite } from './hidden-write.ts'
import { entriesOf } from './texts-of-ticket.ts'

/** Adds an internal comment to the ticket; comments never reach the buyer. */
export const commentAddHandler: EffectHandler = {
  async perform(context) {
    const { connection, effect, ref, state, signal } = context
    const { ticketId } = state
    const text = commentText(ref, state, effect.subject)
    if (ticketId === undefined || text === undefined) return refused('There is no ticket, or nothing to say in it.')
    const result = await connection.thulium.comment(
      ticketId,
      { text, userLogin: connection.account.agentLogin },
      signal,
    )
    return fromWrite(result, () => added(context, ticketId, 'done'))
  },

  async lookUp(context) {
    const { effect, ref, state } = context
    const { ticketId } = state
    const text = commentText(ref, state, effect.subject)
    if (ticketId === undefined || text === undefined) return notFound
    const entries = await entriesOf(context, ticketId)
    if (!entries.ok) return lookupFailed(entries.failure)
    const wanted = normaliseText(text)
    const there = entries.value.messages.filter(({ comment }) => normaliseText(comment) === wanted).length
    return there > settledWithSameText(context, wanted)
      ? { kind: 'done', event: added(context, ticketId, 'adopted') }
      : (hiddenWrite(context, entries.value.unreadableMessages, new Set([wanted])) ?? notFound)
  },
}

function settledWithSameText({ ref, state }: EffectContext, wanted: string): number {
  return [...state.commented].filter((key) => {
    const effect = parseEffectKey(ref, key)
    const text = effect?.kind === 'comment:add' ? commentText(ref, state, effect.subject) : undefined
    return text !== undefined && normaliseText(text) === wanted
  }).length
}

const added = ({ effect }: EffectContext, ticketId: number, how: 'done' | 'adopted'): OutcomeEvent => ({
  type: 'CommentAdded',
  data: { effectKey: effect.effectKey, ticketId, how },
})
