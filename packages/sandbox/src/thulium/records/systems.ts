import type { CustomerConfig, SystemConfig } from '../model/config.ts'
import { blankCustomer } from './customers.ts'
import { SystemStore } from '../systems/system-store.ts'
import type { Surroundings } from '../systems/system-store.ts'
import { assertSwitches } from '../model/switches.ts'

const systemName = /^[a-z0-9][a-z0-9-]*$/

/** Builds a system from its description, with its first customers. Throws RangeError for a description that is wrong. */
export function createSystem(config: SystemConfig, surroundings: Surroundings): SystemStore {
  if (!systemName.test(config.system)) throw new RangeError(`${config.system} is no name for a system`)
  const queueIds = new Set(config.queues.map((queue) => queue.id))
  for (const mailbox of config.mailboxes) {
    if (!queueIds.has(mailbox.queueId)) throw new RangeError(`Mailbox ${mailbox.address} has no queue`)
  }
  assertSwitches(config.switches ?? {})
  const store = new SystemStore({ ...config }, surroundings)
  for (const customer of config.customers ?? []) addSeedCustomer(store, customer)
  return store
}

function addSeedCustomer(store: SystemStore, seed: CustomerConfig): void {
  const customer = blankCustomer(store, seed.customerId)
  store.nextIds.customer = Math.max(store.nextIds.customer, customer.id)
  customer.name = seed.name ?? ''
  customer.surname = seed.surname
  customer.emails = seed.emails ?? []
  customer.phones = seed.phones ?? []
  store.addCustomer(customer)
  for (const [name, value] of Object.entries(seed.customFields ?? {})) {
    const field = store.customerFields.get(name)
    if (!field) throw new RangeError(`System ${store.config.system} has no customer field ${name}`)
    store.setCustomerField(customer, field.id, value)
  }
}
