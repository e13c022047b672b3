import type { Connection } from '@connector/connections'
import type { ConversationState } from '@connector/domain/conversation'
import type { Thread } from '@connector/empikplace'
import { FailureCode, type Failure, type ReadResult } from '@connector/outbound-http'
import type { Illness } from '../ill-items.ts'

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
  if (!isAskedFor(thread, isInPart, state)) return { ok: true, value: thread, serverTime: undefined }
  const whole = await empikplace.thread(thread.id, signal)
  if (!whole.ok) return { ok: false, failure: ofThread(whole.failure) }
  return { ...whole, value: withListed(whole.value.thread, thread) }
}

/** Whether M10 is needed for it. */
export const isAskedFor = (thread: Thread, isInPart: boolean, state: ConversationState): boolean =>
  isInPart || mayHaveGap(thread, state)

/** What the list showed a moment ago is there, whichever machine has answered now. */
function withListed(told: Thread, listed: Thread): Thread {
  const ids = new Set(told.messages.map(({ id }) => id))
  const missing = listed.messages.filter(({ id }) => !ids.has(id))
  if (missing.length === 0) return told
  const messages = [...told.messages, ...missing].sort((a, b) => a.dateCreated.getTime() - b.dateCreated.getTime())
  return { ...told, messages }
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

/** Some six tries. Meanwhile the others are read; but the shop's place in the list stands, and its looks count as failed. */
const patienceMs = 15 * 60_000

/**
 * Whether what the list shows is to be taken without the rest. An answer that is too large stays so. A refusal counts when an
 * earlier look got it as well: one alone may come from a machine that does not know the thread yet. So does an answer that says
 * nothing of the thread, or cannot be read. Whatever else it is counts when it lasts: it must not hold up the shop for ever, and
 * the list was answered all the time.
 */
export const isLasting = (failure: Failure, before: Illness | undefined, now: Date): boolean =>
  failure.class === 'too-large' ||
  (failure.class === 'refused' && before?.failure.class === 'refused' && before.failure.status === failure.status) ||
  (failure.code === FailureCode.unexpectedShape && before?.failure.code === FailureCode.unexpectedShape) ||
  (before !== undefined && now.getTime() - before.since.getTime() >= patienceMs)

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
  // One that is smaller than what is shown is wrong, and proves nothing.
  if (thread.totalCount === shown) return false
  const received = new Set(state.messages.map(({ messageId }) => messageId))
  const oldest = Math.min(...thread.messages.map(({ dateCreated }) => dateCreated.getTime()))
  const unknown = thread.messages.filter(({ id }) => !received.has(id))
  return thread.messages.length === 0 || unknown.some(({ dateCreated }) => dateCreated.getTime() === oldest)
}
