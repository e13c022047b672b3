import type { MessageReceived } from '@connector/domain/events'
import { isForgottenOwn } from '@connector/domain/looks'
import type { TicketMessage } from '@connector/thulium'
import type { EffectContext } from './handler.ts'
import { isBeforeStart, mayBeForgottenMessage } from './look-first.ts'

/**
 * Whether a message of the shop is an answer that went out from this very ticket, and that the log does not know, since it was
 * restored from a backup or an earlier integration of the shop sent it: then it stands there already, in the agent's own entry.
 */
export const isOurAnswer = (
  context: EffectContext,
  { author, messageId, sentAt }: MessageReceived,
  { id, entries }: { id: number; entries: readonly TicketMessage[] },
): boolean =>
  author === 'seller' &&
  (mayBeForgottenMessage(context, sentAt) || isBeforeStart(context, sentAt)) &&
  isForgottenOwn(
    context.ref,
    context.state,
    messageId,
    { id, entries, connectorLogin: context.connection.account.agentLogin },
    context.connection.settings,
  )
