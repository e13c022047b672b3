import type { ReplyRefusalReason, SeenReply } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { missingRecipient, recipientsOf } from './recipients.ts'
import { withoutKnownQuote } from './known-quote.ts'
import { takeAddress } from './reply-address.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { replyText, withFooter } from '../mail/reply-text.ts'
import { lengthFaultOf } from '../text/reply-limits.ts'
import { isCustomer } from '../words/mirakl.ts'
import type { ConversationState } from '../conversation/state.ts'

/**
 * Records an agent's reply, once; one that EmpikPlace would refuse is refused here, and the agent is told.
 * @param moved it was first seen in another ticket, so nobody knows whom the agent meant
 */
export function requestReply(
  state: ConversationState,
  reply: SeenReply,
  { replies }: Pick<IntegrationSettings, 'replies'>,
  moved = false,
): ConversationEvent[] {
  const { thuliumMessageId } = reply
  if (state.replies.some((known) => known.thuliumMessageId === thuliumMessageId)) return []
  const known = state.messages.map(({ body }) => body)
  const { address, text: answer } = takeAddress(withoutKnownQuote(replyText(reply.body), known))
  const to = recipientsOf(state, replies.recipients, address)
  // Each file is a message with a text of its own, so nobody needs another one.
  const filesAlone = answer === '' && reply.attachmentNames.length > 0
  const isSigned = !filesAlone && to.some(isCustomer)
  const text = isSigned ? withFooter(answer, replies.footer) : answer
  const requested: ConversationEvent = { type: 'ReplyRequested', data: { ...reply, text, to } }
  const fault = filesAlone ? undefined : lengthFaultOf(text)
  const reason: ReplyRefusalReason | undefined = moved ? 'moved' : (missingRecipient(state, to) ?? fault?.reason)
  return reason === undefined
    ? [requested]
    : [requested, { type: 'ReplyRefused', data: { thuliumMessageId, reason, length: fault?.length ?? text.length } }]
}
