import { ownMessageIds } from '@connector/domain/conversation'
import { authorOf } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import { notFound, type EffectContext, type Result } from './handler.ts'
import { hiddenWrite } from './hidden-write.ts'

/** docs/outside/empikplace.md, was it sent: their clock and Thulium's may differ, and they may date a message a little earlier. */
const marginMs = 120_000

/**
 * What was sent to the buyer is not in the thread as it was sent. Another message of the shop since then, not one of ours,
 * may be it in another form, or a colleague's from the panel: no program can tell these two apart.
 * @param since when it was asked for (ISO 8601)
 * @param text as it was sent, normalised
 */
export function notInThread(
  context: EffectContext,
  { messages, unreadableMessages }: Thread,
  since: string | undefined,
  text: string,
): Result {
  const hidden = hiddenWrite(context, unreadableMessages, new Set([text]))
  if (hidden) return hidden
  if (since === undefined) return notFound
  const earliest = new Date(since).getTime() - marginMs
  const own = ownMessageIds(context.state)
  const other = messages.find(
    ({ id, from, dateCreated }) => authorOf(from) === 'seller' && dateCreated.getTime() >= earliest && !own.has(id),
  )
  return other
    ? { kind: 'not-found', doubt: `the shop’s message ${other.id} of ${other.dateCreated.toISOString()}` }
    : notFound
}
