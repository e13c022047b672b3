import type { ConversationState } from '../conversation/state.ts'
import { replyKey } from '../effects/effect-key.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { CommandRefused } from '../integration/index.ts'
import { both } from '../words/both-languages.ts'
import { consoleReplyId } from '../words/console-ids.ts'
import type { ConversationRef } from '../words/ids.ts'

/** So long before it is due nobody takes an answer back any more: clocks differ, and sending may begin. */
const marginMs = 1_000

/**
 * Takes back an answer that is not due yet. Asking twice is asking once.
 * @throws {CommandRefused} when it is too late
 */
export function withdrawAnswer(
  ref: ConversationRef,
  state: ConversationState,
  { answerId, withdrawnBy, now }: { answerId: string; withdrawnBy: string; now: Date },
): ConversationEvent[] {
  const thuliumMessageId = consoleReplyId(answerId)
  const reply = state.replies.find((known) => known.thuliumMessageId === thuliumMessageId)
  if (!reply)
    throw new CommandRefused(
      'answer.unknown',
      both('W konwersacji nie ma takiej odpowiedzi.', 'The conversation has no such answer.'),
    )
  if (reply.status === 'withdrawn') return []
  const due = reply.sendAt === undefined ? 0 : Date.parse(reply.sendAt)
  if (reply.status !== 'pending' || now.getTime() > due - marginMs)
    throw new CommandRefused(
      'answer.under_way',
      both(
        'Odpowiedź jest już w drodze i nie można jej cofnąć.',
        'The answer is on its way and cannot be taken back any more.',
      ),
    )
  const effectKey = replyKey(ref, thuliumMessageId)
  return [{ type: 'ReplyWithdrawn', data: { effectKey, thuliumMessageId, withdrawnBy } }]
}
