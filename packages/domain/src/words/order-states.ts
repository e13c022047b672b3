import { both, type BothLanguages } from './both-languages.ts'

/** The states that Empik's panel has words for, in its own Polish words. The English ones say the same. */
const names: Readonly<Record<string, BothLanguages>> = {
  WAITING_ACCEPTANCE: both('Przyjęcie w toku', 'Pending acceptance'),
  WAITING_DEBIT: both('Obciążenie w trakcie realizacji', 'Payment in progress'),
  WAITING_DEBIT_PAYMENT: both('Obciążenie w trakcie realizacji', 'Payment in progress'),
  // Nothing has been sent yet.
  SHIPPING: both('Oczekuje na wysyłkę', 'Awaiting shipment'),
  SHIPPED: both('Wysłano', 'Shipped'),
  RECEIVED: both('Otrzymano', 'Received'),
  REFUNDED: both('Zwrócono', 'Returned'),
  REFUSED: both('Odrzucono', 'Rejected'),
  CANCELED: both('Anulowano', 'Canceled'),
  CLOSED: both('Zamknięto', 'Closed'),
}

/** The states that have a name. */
export const namedOrderStates: readonly string[] = Object.keys(names)

/** What people call a state; one that Empik's panel has no word for, or a new one, is shown as it is. */
export function orderStateName(state: string): BothLanguages {
  const known = Object.hasOwn(names, state) ? names[state] : undefined
  return known ?? both(state, state)
}

/** `Wysłano (SHIPPED)`: the name for people, the code for whoever looks it up or filters by it. */
export function orderStateWords(state: string): BothLanguages {
  const { pl, en } = orderStateName(state)
  return pl === state ? both(state, state) : both(`${pl} (${state})`, `${en} (${state})`)
}
