import { ownFile } from '../attachments/own-file.ts'
import { replyKey } from '../effects/effect-key.ts'
import type { SeenMessage } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../words/ids.ts'
import { normaliseText } from '../text/plain-text.ts'
import { autoReplyKey } from '../effects/auto-reply-key.ts'
import { textToSend, type ConversationState, type Reply } from '../conversation/state.ts'

/**
 * Our own reply coming back, told by its text: it was recorded before it was sent, and we may not have got the answer.
 * Without this a reply whose answer was lost would come back into the ticket as the seller's message. Of replies with
 * the same text the one on its way comes first, then a parked one, then a dismissed one: an agent told of a parked
 * reply writes the same once more.
 */
export function recogniseOwn(
  ref: ConversationRef,
  state: ConversationState,
  message: SeenMessage,
): ConversationEvent | undefined {
  if (message.author !== 'seller') return undefined
  const file = ownFile(ref, state, message)
  if (file) return file
  const likelihood = ({ thuliumMessageId }: Reply): number => {
    const key = replyKey(ref, thuliumMessageId)
    return state.settled.has(key) ? 2 : state.parked.has(key) ? 1 : 0
  }
  const text = normaliseText(message.body)
  const [own] = state.replies
    .filter((reply) => reply.status === 'pending' && reply.text !== '' && normaliseText(textToSend(reply)) === text)
    .sort((a, b) => likelihood(a) - likelihood(b))
  if (!own) return ownAutoReply(ref, state, message, text)
  const { thuliumMessageId } = own
  return {
    type: 'ReplySent',
    data: {
      effectKey: replyKey(ref, thuliumMessageId),
      thuliumMessageId,
      messageId: message.messageId,
      how: 'observed',
    },
  }
}

/** An automatic answer coming back, likewise. */
function ownAutoReply(
  ref: ConversationRef,
  state: ConversationState,
  { messageId, sentAt }: SeenMessage,
  text: string,
): ConversationEvent | undefined {
  const own = state.autoReplies.find((known) => known.status === 'pending' && normaliseText(known.text) === text)
  return (
    own && {
      type: 'AutoReplySent',
      data: {
        effectKey: autoReplyKey(ref, own),
        autoReplyId: own.autoReplyId,
        answers: own.messageId,
        messageId,
        sentAt,
        how: 'observed',
      },
    }
  )
}
