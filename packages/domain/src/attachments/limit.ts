import type { ConversationState } from '../conversation/state.ts'
import { effectKey } from '../effects/kinds.ts'
import type { MessageReceived } from '../events/conversation-events.ts'
import type { ConversationRef } from '../ids.ts'
import { fileSubject, sameFile } from './subject.ts'

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0)

/** Bytes of each file that was passed on, as counted on the way; a file counts once, in however many tickets it was. */
const relayed = (state: ConversationState): Map<string, number> =>
  new Map(state.attachmentsRelayed.map(({ effectKey: key, bytes }) => [sameFile(key), bytes]))

const keyOf = ({ integrationId, threadId }: ConversationRef, messageId: string, place: number): string =>
  effectKey('attachment:relay', integrationId, threadId, fileSubject(messageId, place))

/** What one more file is added to: all that were passed on, in both directions, but this one itself. */
export function bytesBefore(state: ConversationState, key: string): number {
  const files = relayed(state)
  files.delete(sameFile(key))
  return sum(files.values())
}

/** What the files of a message are added to. */
export function bytesBeforeMessage(
  ref: ConversationRef,
  state: ConversationState,
  { messageId, attachments }: MessageReceived,
): number {
  const files = relayed(state)
  for (const place of attachments.keys()) files.delete(keyOf(ref, messageId, place))
  return sum(files.values())
}

/** What a file of an agent is added to: the buyer's files come first, also those still on their way, as announced. */
export function bytesBeforeReply(ref: ConversationRef, state: ConversationState): number {
  const announced = state.messages.flatMap(({ messageId, attachments }) =>
    attachments.map(({ size }, place) => (state.settled.has(keyOf(ref, messageId, place)) ? 0 : size)),
  )
  return sum(relayed(state).values()) + sum(announced)
}

/** By how much one more file goes over the limit of the conversation; 0 when it fits. */
export const bytesOverLimit = (before: number, bytes: number, limit: number): number =>
  Math.max(0, before + bytes - limit)

/** EmpikPlace keeps at most this many attachments per order, over all its conversations (M12). */
export const mostAttachments = 50

/** Of both directions; those of other conversations about the same order are not known here. */
export const attachmentCount = (state: ConversationState): number =>
  sum(state.messages.map(({ attachments }) => attachments.length)) +
  state.attachmentsRelayed.filter(({ direction }) => direction === 'to-empikplace').length
