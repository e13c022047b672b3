import type { ConversationState } from '../conversation/state.ts'
import type { ReplyRefusalReason } from '../events/conversation-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import type { ReplyAddress } from './reply-address.ts'
import { buyerTakesPart } from '../routing/thread-kind.ts'
import { isCustomer, isOperator, toCustomer, toOperator, type Recipient } from '../words/mirakl.ts'

/** The buyer of a conversation, to write to. */
export const customerOf = ({ thread }: ConversationState): Recipient => toCustomer(thread?.customerId)

const customerIsThere = ({ thread, messages }: ConversationState): boolean =>
  thread === undefined || buyerTakesPart(thread, messages)

/** Where EmpikPlace does not say who may take part, it is asked by sending. */
const operatorIsThere = ({ thread }: ConversationState): boolean =>
  thread?.authorized?.some((type) => isOperator({ type })) ?? true

const everyone = (state: ConversationState): Recipient[] => [
  ...(customerIsThere(state) ? [customerOf(state)] : []),
  ...(operatorIsThere(state) ? [toOperator] : []),
]

/**
 * To whom a reply goes (docs/outside/empikplace.md: replies): to whoever wrote last; to both when the operator wrote last and
 * addressed the customer too.
 */
export function replyRecipients(state: ConversationState): Recipient[] {
  const last = state.messages.findLast((message) => message.author !== 'seller')
  if (last?.author !== 'operator') return [customerOf(state)]
  return last.to.some(isCustomer) ? [customerOf(state), toOperator] : [toOperator]
}

/** Whom a reply is for: those the agent named, else by the settings; where no buyer takes part, the operator is meant. */
export function recipientsOf(
  state: ConversationState,
  setting: IntegrationSettings['replies']['recipients'],
  address: ReplyAddress | undefined,
): Recipient[] {
  if (address === 'customer') return [customerOf(state)]
  if (address === 'operator') return [toOperator]
  if (address === 'everyone') return everyone(state)
  if (!customerIsThere(state)) return [toOperator]
  if (setting === 'rule') return replyRecipients(state)
  return setting === 'customer' ? [customerOf(state)] : everyone(state)
}

/** Why these recipients cannot be written to: EmpikPlace refuses whoever does not take part in the thread. */
export function missingRecipient(state: ConversationState, to: readonly Recipient[]): ReplyRefusalReason | undefined {
  if (to.some(isCustomer) && !customerIsThere(state)) return 'no-customer'
  if (to.some(isOperator) && !operatorIsThere(state)) return 'no-operator'
  return undefined
}
