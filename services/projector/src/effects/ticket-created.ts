import type { Connection } from '@connector/connections'
import type { OutcomeEvent } from '@connector/domain/conversation'
import type { CustomField, MessageReceived } from '@connector/domain/events'
import type { EffectContext } from './handler.ts'

/** The message that the ticket begins with: the first one, or the one at hand when an earlier ticket is gone. */
export const openerOf = ({ effect, state }: EffectContext): MessageReceived | undefined =>
  effect.kind === 'message:mirror'
    ? state.messages.find(({ messageId }) => messageId === effect.subject)
    : state.messages[0]

/** The custom field of a ticket that holds the thread's id. */
export const markerField = ({ account }: Connection): Pick<CustomField, 'of' | 'name'> => ({
  of: 'ticket',
  name: account.threadField,
})

export const created = (
  context: EffectContext,
  ticketId: number,
  made: {
    how: 'done' | 'adopted'
    orders: number
    fieldsRefused: string[]
    fieldsMissing: string[]
    createdAt: Date | undefined
  },
): OutcomeEvent => ({
  type: 'TicketCreated',
  data: {
    effectKey: context.effect.effectKey,
    ticketId,
    messageId: openerOf(context)?.messageId ?? '',
    how: made.how,
    orders: made.orders,
    ...(made.fieldsRefused.length > 0 ? { fieldsRefused: made.fieldsRefused } : {}),
    ...(made.fieldsMissing.length > 0 ? { fieldsMissing: made.fieldsMissing } : {}),
    ...(made.createdAt === undefined ? {} : { createdAt: made.createdAt.toISOString() }),
  },
})
