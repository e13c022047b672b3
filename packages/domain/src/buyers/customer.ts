import type { ConversationState } from '../conversation/state.ts'
import type { OrderRecorded, ThreadFacts } from '../events/conversation-events.ts'

export interface CustomerIdentity {
  /** Opaque; used for grouping only, never as proof of identity. */
  id: string
  name: string | undefined
  surname: string
  /** False where the conversation is between the shop and the operator alone. */
  isBuyer: boolean
}

/** What a CRM takes of a name or surname at least, in characters; not documented, seen in refusals. */
export const longestName = 255

/** Counted in characters, of which some take two units of a JavaScript string. */
export const isLongName = (name: string): boolean => Array.from(name).length > longestName

export const shortName = (name: string): string => Array.from(name).slice(0, longestName).join('').trimEnd()

/** CRM records need a surname; EmpikPlace often has none. */
export const placeholderSurname = 'Klient EmpikPlace'
const operatorSurname = 'Operator EmpikPlace'
/** Stands for the customer id in conversations without a buyer. */
export const operatorId = 'operator'

/** The buyer as EmpikPlace names him, by the thread or else by its order. */
export const buyerId = (thread: ThreadFacts | undefined, order: OrderRecorded | undefined): string | undefined =>
  thread?.customerId ?? (order && order.customer.id !== '' ? order.customer.id : undefined)

/** Whether anything tells of a buyer: the thread, its order, or a message of his. */
const knowsBuyer = (state: ConversationState): boolean =>
  buyerId(state.thread, state.order) !== undefined || state.messages.some((message) => message.author === 'customer')

/** The buyer has no CRM record and gets none by itself; the operator needs none. */
export const isOutsideCrm = (state: ConversationState): boolean => state.leftOutside && knowsBuyer(state)

/**
 * Who the conversation is with. The id falls back from the thread's participant to the order's customer, then to the
 * thread itself; a thread without any customer (shop and operator) belongs to one common record of the operator.
 */
export function customerIdentity(threadId: string, state: ConversationState): CustomerIdentity {
  const { thread, order } = state
  if (!knowsBuyer(state)) return { id: operatorId, name: undefined, surname: operatorSurname, isBuyer: false }
  const first = order?.customer.firstName.trim() ?? ''
  const last = order?.customer.lastName.trim() ?? ''
  return {
    id: buyerId(thread, order) ?? `thread:${threadId}`,
    name: first === '' ? undefined : first,
    surname: last === '' ? placeholderSurname : last,
    isBuyer: true,
  }
}
