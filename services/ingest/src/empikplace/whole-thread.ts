import type { Connection } from '@connector/connections'
import type { ConversationState } from '@connector/domain/conversation'
import type { Thread } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'

/** A thread as far as it can be read, and what of it cannot. */
export type WholeThread = { ok: true; thread: Thread; missing: string | undefined } | { ok: false; failure: Failure }

/** The thread is gone, or larger than we take: asking again gives the same. Anything else passes. */
const isLasting = ({ class: name, status }: Failure): boolean =>
  name === 'too-large' || (name === 'refused' && (status === 404 || status === 410))

/**
 * The thread with all its messages: M11 shows the last 100, older unknown ones need M10. What M10 does not give is said.
 * @param isBare the list came without messages, so all of them are asked for
 */
export async function wholeThread(
  { empikplace }: Pick<Connection, 'empikplace'>,
  thread: Thread,
  isBare: boolean,
  state: ConversationState,
  signal: AbortSignal,
): Promise<WholeThread> {
  if (!isBare && !mayHaveGap(thread, state)) return { ok: true, thread, missing: undefined }
  const whole = await empikplace.thread(thread.id, signal)
  if (whole.ok) return { ok: true, thread: whole.value.thread, missing: undefined }
  if (!isLasting(whole.failure)) return { ok: false, failure: whole.failure }
  const shown = thread.messages.length
  return {
    ok: true,
    thread,
    missing: `Of ${thread.totalCount} messages only the last ${shown} could be read: ${whole.failure.message}`,
  }
}

/**
 * Whether unknown messages may be older than all that M11 showed. What came from an earlier look is proof that all before
 * it came too, so the oldest one shown tells. A reply of ours is no proof: it may have gone out while M11 was away.
 */
function mayHaveGap(thread: Thread, state: ConversationState): boolean {
  if (thread.totalCount <= thread.messages.length + thread.unreadableMessages.length) return false
  const received = new Set(state.messages.map(({ messageId }) => messageId))
  const oldest = Math.min(...thread.messages.map(({ dateCreated }) => dateCreated.getTime()))
  const unknown = thread.messages.filter(({ id }) => !received.has(id))
  return thread.messages.length === 0 || unknown.some(({ dateCreated }) => dateCreated.getTime() === oldest)
}
