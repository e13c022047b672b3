import type { ConversationState } from '../conversation/state.ts'

export interface CustomerIdentity {
  /** Opaque; used for grouping only, never as proof of identity. */
  id: string
  name: string | undefined
  surname: string
}

/** CRM records need a surname; EmpikPlace often has none. */
export const placeholderSurname = 'Klient EmpikPlace'
const operatorSurname = 'Operator EmpikPlace'

/**
 * Who the conversation is with. The id falls back from the thread's participant to the order's customer, then to the
 * thread itself; a thread without any customer (shop and operator) belongs to one common record of the operator.
 */
export function customerIdentity(threadId: string, state: ConversationState): CustomerIdentity {
  const { thread, order } = state
  const id = thread?.customerId ?? (order && order.customer.id !== '' ? order.customer.id : undefined)
  const hasCustomer = id !== undefined || state.messages.some((message) => message.author === 'customer')
  if (!hasCustomer) return { id: 'operator', name: undefined, surname: operatorSurname }
  const first = order?.customer.firstName.trim() ?? ''
  const last = order?.customer.lastName.trim() ?? ''
  return {
    id: id ?? `thread:${threadId}`,
    name: first === '' ? undefined : first,
    surname: last === '' ? placeholderSurname : last,
  }
}
