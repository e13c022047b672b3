import type { ReplyRefusalReason, ReplyRequested, SeenReply } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { chooseRecipients, missingRecipient, type Choice } from './recipients.ts'
import { withoutKnownQuote } from './known-quote.ts'
import { takeAddress } from './reply-address.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { readReply, withFooter, type LeftOut } from '../mail/reply-text.ts'
import { textsInTicket } from '../tickets/mirror-text.ts'
import { lengthFaultOf } from '../text/reply-limits.ts'
import { isCustomer, isOperator, type Recipient } from '../words/mirakl.ts'
import type { ConversationState } from '../conversation/state.ts'

/**
 * Records an agent's reply, once; one that EmpikPlace would refuse, or that nobody knows a reader for, is refused here, and the
 * agent is told.
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
  const hasFiles = reply.attachmentNames.length > 0
  const whole = readReply(reply.body)
  const read = hasFiles ? (whole.besideFiles ?? whole) : whole
  const { address, text: answer } = takeAddress(withoutKnownQuote(read.text, textsOf(state)))
  const choice = chooseRecipients(state, replies.recipients, address)
  const signedFor = (to: readonly Recipient[]): string =>
    to.some(isCustomer) ? withFooter(answer, replies.footer) : answer
  // Each file is a message with a text of its own, so nobody needs another one, and none waits for one that cannot go.
  const isTooShort = lengthFaultOf(signedFor(choice.to))?.reason === 'too-short'
  const filesAlone = hasFiles && isTooShort
  const leftOut: LeftOut[] =
    filesAlone && answer !== '' ? [{ kind: 'short', begins: answer }, ...read.leftOut] : read.leftOut
  const isHeld = choice.chosenBy === 'waiting-buyer' && replies.waitingBuyer === 'hold'
  const isUnnamed = filesAlone && choice.filesTo.length === 0
  // Nothing but its files goes out.
  const to = filesAlone && !isHeld && !isUnnamed ? choice.filesTo : choice.to
  const text = filesAlone ? '' : signedFor(to)
  const fault = filesAlone ? undefined : lengthFaultOf(text)
  const reason: ReplyRefusalReason | undefined =
    inTheWay ?? missingRecipient(state, to) ?? (isHeld ? 'buyer-waits' : isUnnamed ? 'files-unnamed' : fault?.reason)
  const requested: ConversationEvent = {
    type: 'ReplyRequested',
    data: { ...reply, text, to, ...(reason === undefined ? toTell(leftOut, { ...choice, to }, hasFiles) : {}) },
  }
  return reason === undefined
    ? [requested]
    : [requested, { type: 'ReplyRefused', data: { thuliumMessageId, reason, length: fault?.length ?? text.length } }]
}

/** Everything that a quotation may repeat, as it came and as it stands in the ticket. */
function* textsOf({ messages }: ConversationState): Generator<string> {
  for (const message of messages) {
    yield message.body
    yield* textsInTicket(message)
  }
}

/** What an agent should know of a reply that goes out: what it leaves behind, and readers that he did not name. */
function toTell(
  leftOut: readonly LeftOut[],
  { to, filesTo, chosenBy }: Choice,
  hasFiles: boolean,
): Pick<ReplyRequested, 'leftOut' | 'filesTo' | 'chosenBy'> {
  // A signature that stays behind surprises nobody.
  const worthTelling: { kind: string; begins?: string }[] = leftOut.filter(({ kind }) => kind !== 'signature')
  const filesStay = hasFiles && filesTo.length < to.length
  // That a reply goes to the buyer surprises nobody; everybody, by a setting, is what the shop wants.
  const isSurprising = filesStay || (chosenBy !== 'setting' && to.some(isOperator))
  return {
    ...(worthTelling.length === 0 ? {} : { leftOut: worthTelling }),
    ...(filesStay ? { filesTo } : {}),
    ...(chosenBy !== undefined && isSurprising ? { chosenBy } : {}),
  }
}
