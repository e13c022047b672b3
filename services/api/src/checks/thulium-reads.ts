import { randomUUID } from 'node:crypto'
import type { ThuliumClient } from '@connector/thulium'

/**
 * The reads that verify a Thulium account, each asked at most once: the integrations of a tenant share most answers,
 * and the budget of an account is one request a second.
 */
export interface ThuliumReads {
  queues(): ReturnType<ThuliumClient['queues']>
  categories(): ReturnType<ThuliumClient['categories']>
  statuses(): ReturnType<ThuliumClient['statuses']>
  agents(): ReturnType<ThuliumClient['agents']>
  /** Tickets whose field holds what no ticket's field holds. */
  ticketsBy(field: string): ReturnType<ThuliumClient['tickets']>
  /** Customers whose field holds what no customer's field holds. */
  customersBy(field: string): ReturnType<ThuliumClient['findCustomers']>
  someCustomers(): ReturnType<ThuliumClient['someCustomers']>
  /** A ticket that does not exist: being told so proves the permission and reads nobody's data. */
  noTicket(): ReturnType<ThuliumClient['ticket']>
  /** Likewise. */
  noCustomer(): ReturnType<ThuliumClient['customer']>
}

/** The largest that fits in 32 bits: no account has so many tickets or customers. */
export const idOfNothing = 2_147_483_647

export function createThuliumReads(client: ThuliumClient, signal: AbortSignal): ThuliumReads {
  const nowhere = randomUUID()
  const queues = once(() => client.queues(signal))
  const categories = once(() => client.categories(signal))
  const statuses = once(() => client.statuses(signal))
  const agents = once(() => client.agents(signal))
  const tickets = oncePer((field) =>
    client.tickets({ customFields: { [field]: nowhere }, limit: 1, offset: 0 }, signal),
  )
  const customers = oncePer((field) => client.findCustomers({ field, value: nowhere }, signal))
  return {
    queues,
    categories,
    statuses,
    agents,
    ticketsBy: tickets,
    customersBy: customers,
    someCustomers: once(() => client.someCustomers(1, signal)),
    noTicket: once(() => client.ticket(idOfNothing, signal)),
    noCustomer: once(() => client.customer(idOfNothing, signal)),
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= read())
}

function oncePer<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (key) => {
    const answer = answers.get(key) ?? read(key)
    answers.set(key, answer)
    return answer
  }
}
