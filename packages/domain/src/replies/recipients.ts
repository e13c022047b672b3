import { unansweredSince } from '../conversation/person-clock.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { RecipientChoice, ReplyRefusalReason } from '../events/conversation-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import type { ReplyAddress } from './reply-address.ts'
import { buyerTakesPart } from '../routing/thread-kind.ts'
import { isCustomer, isForShop, isOperator, toCustomer, toOperator, type Recipient } from '../words/index.ts'

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
 * To whom a reply goes (docs/outside/empikplace.md: replies): to whoever wrote to the shop last; to both when the operator wrote
 * last and addressed the customer too.
 */
export function replyRecipients(state: ConversationState): Recipient[] {
  const last = state.messages.findLast((message) => message.author !== 'seller' && isForShop(message.to))
  if (last?.author !== 'operator') return [customerOf(state)]
  return last.to.some(isCustomer) ? [customerOf(state), toOperator] : [toOperator]
}

/** Whom a reply is for, and who gets its files. */
export interface Choice {
  to: Recipient[]
  /** Only readers whom the agent saw named: in his own first line, or because there is nobody else but the buyer he writes to. */
  filesTo: Recipient[]
  /** How they were chosen, where neither the agent nor the conversation named them. */
  chosenBy?: RecipientChoice
}

const allOf = (to: Recipient[]): Choice => ({ to, filesTo: to })

/** The panel says "message to the customer", so the operator is nobody whom the agent saw named. */
const chosen = (to: Recipient[], chosenBy: RecipientChoice): Choice => ({
  to,
  filesTo: to.filter(isCustomer),
  chosenBy,
})

/**
 * Whom a reply is for: those the agent named, else by the settings; where no buyer takes part, the operator is meant. A buyer
 * who waits for an answer is never left out by the rule alone.
 */
export function chooseRecipients(
  state: ConversationState,
  setting: IntegrationSettings['replies']['recipients'],
  address: ReplyAddress | undefined,
): Choice {
  if (address === 'customer') return allOf([customerOf(state)])
  if (address === 'operator') return allOf([toOperator])
  if (address === 'everyone') return allOf(everyone(state))
  if (!customerIsThere(state)) return allOf([toOperator])
  if (setting !== 'rule') return chosen(setting === 'customer' ? [customerOf(state)] : everyone(state), 'setting')
  const to = replyRecipients(state)
  if (to.some(isCustomer) || unansweredSince(state.personClock) === undefined) return chosen(to, 'last-writer')
  return { to: everyone(state), filesTo: [], chosenBy: 'waiting-buyer' }
}

/** Why these recipients cannot be written to: EmpikPlace refuses whoever does not take part in the thread. */
export function missingRecipient(state: ConversationState, to: readonly Recipient[]): ReplyRefusalReason | undefined {
  if (to.some(isCustomer) && !customerIsThere(state)) return 'no-customer'
  if (to.some(isOperator) && !operatorIsThere(state)) return 'no-operator'
  return undefined
}
