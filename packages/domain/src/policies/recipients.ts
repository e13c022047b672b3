import type { ConversationState } from '../conversation/state.ts'

export type Recipient = { type: 'CUSTOMER'; id?: string } | { type: 'OPERATOR' }

/**
 * To whom a reply goes (EmpikPlace reference 6.1): to whoever wrote last; to both when the operator wrote last and
 * addressed the customer too.
 */
export function replyRecipients(state: ConversationState): Recipient[] {
  const { customerId } = state.thread ?? {}
  const customer: Recipient = { type: 'CUSTOMER', ...(customerId === undefined ? {} : { id: customerId }) }
  const last = state.messages.findLast((message) => message.author !== 'seller')
  if (last?.author !== 'operator') return [customer]
  return last.to.some((to) => to.type === 'CUSTOMER') ? [customer, { type: 'OPERATOR' }] : [{ type: 'OPERATOR' }]
}
