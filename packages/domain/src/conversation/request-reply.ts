import type { SeenReply } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { replyRecipients } from '../policies/recipients.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { replyLimits, replyText } from '../text/reply-text.ts'
import type { ConversationState } from './state.ts'

/** Records an agent's reply, once; one that EmpikPlace would refuse is refused here, and the agent is told. */
export function requestReply(
  state: ConversationState,
  reply: SeenReply,
  _settings: IntegrationSettings,
): ConversationEvent[] {
  if (state.replies.some((known) => known.thuliumMessageId === reply.thuliumMessageId)) return []
  const text = replyText(reply.body)
  const requested: ConversationEvent = {
    type: 'ReplyRequested',
    data: { ...reply, text, to: replyRecipients(state) },
  }
  const { length } = text
  const { thuliumMessageId } = reply
  if (length < replyLimits.min)
    return [requested, { type: 'ReplyRefused', data: { thuliumMessageId, reason: 'too-short', length } }]
  if (length > replyLimits.max)
    return [requested, { type: 'ReplyRefused', data: { thuliumMessageId, reason: 'too-long', length } }]
  return [requested]
}
