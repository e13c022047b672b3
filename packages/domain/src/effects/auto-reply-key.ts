import { effectKey } from './effect-key.ts'
import type { AutoReplyRequested } from '../events/conversation-events.ts'
import type { ConversationRef } from '../words/ids.ts'

type Named = Pick<AutoReplyRequested, 'messageId' | 'autoReplyId'>

/** What tells an automatic answer from others of its conversation: the buyer's message, and which answer to it. */
export const autoReplySubject = ({ messageId, autoReplyId }: Named): string => `${messageId}/${autoReplyId}`

export const autoReplyKey = (ref: ConversationRef, autoReply: Named): string =>
  effectKey('auto-reply:send', ref.integrationId, ref.threadId, autoReplySubject(autoReply))
