import type { Connection } from '@connector/connections'
import type { ConversationState } from '@connector/domain/conversation'
import type { Thread } from '@connector/empikplace'
import type { Failure, ReadResult } from '@connector/outbound-http'

/**
 * The thread with all its messages: M11 shows the last 100, older unknown ones need M10. A failure is about this thread,
 * unless EmpikPlace wants to be asked less: M11 has just been answered.
 * @param isInPart messages are known to be missing, because the list came without any or M10 failed before
 */
export async function wholeThread(
  { empikplace }: Pick<Connection, 'empikplace'>,
  thread: Thread,
  isInPart: boolean,
  state: ConversationState,
  signal: AbortSignal,
): Promise<ReadResult<Thread>> {
  if (!isInPart && !mayHaveGap(thread, state)) return { ok: true, value: thread, serverTime: undefined }
  const whole = await empikplace.thread(thread.id, signal)
  return whole.ok ? { ...whole, value: whole.value.thread } : { ok: false, failure: ofThread(whole.failure) }
}

/** The key is not rejected by a refusal of one thread: M11 has just accepted it, and the next one will tell if it changes. */
const ofThread = (failure: Failure): Failure =>
  failure.class === 'credentials-rejected'
    ? {
        ...failure,
        class: 'refused',
        message: `The key is accepted, but not for this conversation: ${failure.message}`,
      }
    : failure

/**
 * Whether asking again at once would give the same. An answer that is too large stays so. A refusal counts when an earlier
 * look got it as well: one alone may come from a machine that does not know the thread yet.
 */
export const isLasting = (failure: Failure, before: Failure | undefined): boolean =>
  failure.class === 'too-large' ||
  (failure.class === 'refused' && before?.class === 'refused' && before.status === failure.status)

/** What is missing of a thread of which only what the list showed could be read, for a person. */
export function missingOf({ totalCount, messages }: Thread, failure: Failure): string {
  const read = messages.length === 0 ? 'none' : `only the last ${messages.length}`
  return `Of ${totalCount ?? 'all'} messages ${read} could be read: ${failure.message}`
}

/**
 * Whether unknown messages may be older than all that M11 showed. What came from an earlier look is proof that all before
 * it came too, so the oldest one shown tells; it does so alone where nobody says how many there are. A reply of ours is no
 * proof: it may have gone out while M11 was away.
 */
function mayHaveGap(thread: Thread, state: ConversationState): boolean {
  const shown = thread.messages.length + thread.unreadableMessages.length
  if (thread.totalCount !== undefined && thread.totalCount <= shown) return false
  const received = new Set(state.messages.map(({ messageId }) => messageId))
  const oldest = Math.min(...thread.messages.map(({ dateCreated }) => dateCreated.getTime()))
  const unknown = thread.messages.filter(({ id }) => !received.has(id))
  return thread.messages.length === 0 || unknown.some(({ dateCreated }) => dateCreated.getTime() === oldest)
}
