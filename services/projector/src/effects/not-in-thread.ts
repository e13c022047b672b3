import { ownMessageIds, type ConversationState } from '@connector/domain/conversation'
import { authorOf } from '@connector/domain/words'
import type { ThreadMessage } from '@connector/empikplace'
import { notFound, type Result } from './handler.ts'

/** docs/outside/empikplace.md, was it sent: their clock and Thulium's may differ, and they may date a message a little earlier. */
const marginMs = 120_000

/**
 * What was sent to the buyer is not in the thread as it was sent. Another message of the shop since then, not one of ours,
 * may be it in another form, or a colleague's from the panel: no program can tell these two apart.
 * @param since when it was asked for (ISO 8601)
 */
export function notInThread(
  state: ConversationState,
  messages: readonly ThreadMessage[],
  since: string | undefined,
): Result {
  if (since === undefined) return notFound
  const earliest = new Date(since).getTime() - marginMs
  const own = ownMessageIds(state)
  const other = messages.find(
    ({ id, from, dateCreated }) => authorOf(from) === 'seller' && dateCreated.getTime() >= earliest && !own.has(id),
  )
  return other
    ? { kind: 'not-found', doubt: `the shop’s message ${other.id} of ${other.dateCreated.toISOString()}` }
    : notFound
}
