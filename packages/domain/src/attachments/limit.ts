import type { ConversationState } from '../conversation/state.ts'
import { effectKey } from '../effects/effect-key.ts'
import type { ConversationRef } from '../words/ids.ts'
import { fileSubject } from '../effects/file-subject.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Bytes that were passed on, in both directions, as counted on the way. */
export const relayedBytes = (state: ConversationState): number =>
  sum(state.attachmentsRelayed.map(({ bytes }) => bytes))

/** Files of messages that are on their way into the ticket: their bytes are not counted yet, only announced. */
const announcedBytes = (
  { integrationId, threadId }: ConversationRef,
  { messages, settled }: ConversationState,
): number =>
  sum(
    messages.flatMap(({ messageId, attachments }) =>
      attachments
        .filter(
          (_, place) =>
            !settled.has(effectKey('attachment:relay', integrationId, threadId, fileSubject(messageId, place))),
        )
        .map(({ size }) => size),
    ),
  )

/** What a file of an agent is added to: the buyer's files come first, also those still on their way. */
export const bytesBeforeReply = (ref: ConversationRef, state: ConversationState): number =>
  relayedBytes(state) + announcedBytes(ref, state)

/** By how much one more file goes over the limit of the conversation; 0 when it fits. */
export const bytesOverLimit = (before: number, bytes: number, limit: number): number =>
  Math.max(0, before + bytes - limit)

/** EmpikPlace keeps at most this many attachments per order, over all its conversations (M12). */
export const mostAttachments = 50

/** Of both directions; those of other conversations about the same order are not known here. */
export const attachmentCount = (state: ConversationState): number =>
  sum(state.messages.map(({ attachments }) => attachments.length)) +
  state.attachmentsRelayed.filter(({ direction }) => direction === 'to-empikplace').length
