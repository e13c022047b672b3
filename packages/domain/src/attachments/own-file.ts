import type { ConversationState } from '../conversation/state.ts'
import { effectKey } from '../effects/effect-key.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import type { ConversationRef } from '../words/ids.ts'
import { normaliseText } from '../text/plain-text.ts'
import { outgoingNames, outgoingText, type OutgoingName } from './name.ts'

/** A message of the shop that may be the carrier of one of our files. */
interface Carrier {
  body: string
  attachments: readonly { name: string; size: number }[]
}

/** Whether this message carries the file that goes out under this name: names are distinct within a conversation. */
export const carries = ({ body, attachments }: Carrier, file: OutgoingName): boolean =>
  attachments.length === 1 &&
  attachments[0]?.name === file.name &&
  normaliseText(body) === normaliseText(outgoingText(file))

/** A file of ours coming back before we got the answer to sending it. */
export function ownFile(
  ref: ConversationRef,
  state: ConversationState,
  message: Carrier & { messageId: string },
): ConversationEvent | undefined {
  const [attachment] = message.attachments
  if (!attachment || message.attachments.length > 1) return undefined
  const done = new Set([...state.attachmentsRelayed, ...state.attachmentsUnavailable].map((known) => known.effectKey))
  for (const [subject, file] of outgoingNames(state)) {
    const key = effectKey('attachment:send', ref.integrationId, ref.threadId, subject)
    if (done.has(key) || !carries(message, file)) continue
    return {
      type: 'AttachmentRelayed',
      data: {
        effectKey: key,
        direction: 'to-empikplace',
        name: file.name,
        bytes: attachment.size,
        as: 'file',
        messageId: message.messageId,
        how: 'observed',
      },
    }
  }
  return undefined
}
