import type { ConversationState, Reply } from '../conversation/state.ts'
import { parseFileSubject } from '../effects/file-subject.ts'
import type { MessageReceived } from '../events/conversation-events.ts'

export interface MessageFile {
  message: MessageReceived
  file: MessageReceived['attachments'][number]
}

/** The file of a message from EmpikPlace. */
export function messageFile(state: ConversationState, subject: string): MessageFile | undefined {
  const { ownerId, place } = parseFileSubject(subject)
  const message = state.messages.find(({ messageId }) => messageId === ownerId)
  const file = message?.attachments[place]
  return message && file && { message, file }
}

export interface ReplyFile {
  reply: Reply
  place: number
  /** As Thulium gave it; '' when it gave none. */
  name: string
}

/** The file of an agent's reply. */
export function replyFile(state: ConversationState, subject: string): ReplyFile | undefined {
  const { ownerId, place } = parseFileSubject(subject)
  const reply = state.replies.find(({ thuliumMessageId }) => String(thuliumMessageId) === ownerId)
  const name = reply?.attachmentNames[place]
  return reply && name !== undefined ? { reply, place, name } : undefined
}
