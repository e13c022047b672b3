import type { EffectKind } from '@connector/domain/effects'
import type { PanelLinks } from '@connector/domain/settings'
import type { SignedLinks } from '@connector/service-kit'
import type { AnswerFiles } from './answer-files.ts'
import { attachmentRelayHandler } from './attachment-relay.ts'
import { attachmentSendHandler, mayFileBeSent } from './attachment-send.ts'
import { autoReplyMirrorHandler } from './auto-reply-mirror.ts'
import { autoReplySendHandler } from './auto-reply-send.ts'
import type { BuyerRecords } from './buyer-records.ts'
import { commentAddHandler } from './comment-add.ts'
import { customerHandlers } from './customer-link.ts'
import { customerNameHandler } from './customer-name.ts'
import type { EffectContext, EffectHandler } from './handler.ts'
import { lookFirst, mayBeDoneBefore } from './look-first.ts'
import { messageMirrorHandler } from './message-mirror.ts'
import { createMissingFields } from './missing-fields.ts'
import { createOwnTickets } from './own-tickets.ts'
import { mayBeSent, replySendHandler } from './reply-send.ts'
import { ticketCreateHandler } from './ticket-create.ts'
import { createTicketFacts } from './ticket-facts.ts'
import { ticketReopenHandler } from './ticket-reopen.ts'
import { ticketUpdateHandler } from './ticket-update.ts'

export interface HandlerDeps {
  /** What is known of buyers' CRM records beyond one conversation. */
  buyers: BuyerRecords
  panel: PanelLinks
  links: SignedLinks
  answerFiles: AnswerFiles
  now: () => Date
}

/** Who does and who looks up each kind of write. */
export function createHandlers({
  buyers,
  panel,
  links,
  answerFiles,
  now,
}: HandlerDeps): Record<EffectKind, EffectHandler> {
  const customers = customerHandlers(buyers)
  const missingFields = createMissingFields()
  const ticketFacts = createTicketFacts(panel, links, now)
  const ownTickets = createOwnTickets()
  const tickets = ticketCreateHandler(ticketFacts, missingFields, ownTickets, now)
  /** Asked for by the newest message, or by the message that the effect is about. */
  const isOld = (context: EffectContext): boolean => {
    const { effect, state } = context
    const message = state.messages.find(({ messageId }) => messageId === effect.subject) ?? state.messages.at(-1)
    return message !== undefined && mayBeDoneBefore(context, message.sentAt, now())
  }
  /** What is in a ticket that we made is known, whatever it is about. */
  const mayBeInTicket = (context: EffectContext): boolean => isOld(context) && !ownTickets.has(context)
  return {
    'customer:link': customers.link,
    'customer:add': customers.add,
    'customer:name': customerNameHandler,
    'ticket:create': lookFirst(
      tickets,
      (context) =>
        context.state.messages[0] !== undefined && mayBeDoneBefore(context, context.state.messages[0].sentAt, now()),
    ),
    'ticket:update': ticketUpdateHandler(ticketFacts, missingFields),
    'ticket:reopen': ticketReopenHandler,
    'message:mirror': lookFirst(messageMirrorHandler(tickets, now), mayBeInTicket),
    'comment:add': lookFirst(commentAddHandler, mayBeInTicket),
    'reply:send': lookFirst(replySendHandler, mayBeSent),
    'auto-reply:send': autoReplySendHandler(now),
    'auto-reply:mirror': lookFirst(autoReplyMirrorHandler, mayBeInTicket),
    'attachment:relay': attachmentRelayHandler(links, now),
    'attachment:send': lookFirst(attachmentSendHandler(answerFiles), mayFileBeSent),
  }
}
