import type { ReplyRefusalReason, SeenReply } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { missingRecipient, recipientsOf } from './recipients.ts'
import { withoutKnownQuote } from './known-quote.ts'
import { takeAddress } from './reply-address.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { readReply, withFooter, type LeftOut } from '../mail/reply-text.ts'
import { lengthFaultOf } from '../text/reply-limits.ts'
import { isCustomer } from '../words/mirakl.ts'
import type { ConversationState } from '../conversation/state.ts'

/**
 * Records an agent's reply, once; one that EmpikPlace would refuse is refused here, and the agent is told.
 * @param inTheWay what the entry itself tells: it was first seen in another ticket, so nobody knows whom the agent meant, or it
 * was written under our own login, whose entries are ours and never go out
 */
export function requestReply(
  state: ConversationState,
  reply: SeenReply,
  { replies }: Pick<IntegrationSettings, 'replies'>,
  inTheWay?: 'moved' | 'own-login',
): ConversationEvent[] {
  const { thuliumMessageId } = reply
  if (state.replies.some((known) => known.thuliumMessageId === thuliumMessageId)) return []
  const known = state.messages.map(({ body }) => body)
  const read = readReply(reply.body)
  const { address, text: answer } = takeAddress(withoutKnownQuote(read.text, known))
  const to = recipientsOf(state, replies.recipients, address)
  // Each file is a message with a text of its own, so nobody needs another one.
  const filesAlone = (answer === '' || read.isSignatureAlone) && reply.attachmentNames.length > 0
  const signed = to.some(isCustomer) ? withFooter(answer, replies.footer) : answer
  const text = filesAlone ? '' : signed
  const fault = filesAlone ? undefined : lengthFaultOf(text)
  const reason: ReplyRefusalReason | undefined = inTheWay ?? missingRecipient(state, to) ?? fault?.reason
  const leftOut = reason === undefined ? toTell(read.leftOut) : []
  const requested: ConversationEvent = {
    type: 'ReplyRequested',
    data: { ...reply, text, to, ...(leftOut.length === 0 ? {} : { leftOut }) },
  }
  return reason === undefined
    ? [requested]
    : [requested, { type: 'ReplyRefused', data: { thuliumMessageId, reason, length: fault?.length ?? text.length } }]
}

/** What an agent should know of: a signature that stays behind surprises nobody. */
const toTell = (leftOut: readonly LeftOut[]): { kind: string; begins?: string }[] =>
  leftOut.filter(({ kind }) => kind !== 'signature')
