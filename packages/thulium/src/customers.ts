import { parseCustomer, parseCustomerCreated, parseCustomerList } from '@connector/contracts'
import type { ReadResult } from '@connector/outbound-http'
import { customerFromWire } from './from-wire.ts'
import { customerToWire } from './to-wire.ts'
import type { Query, Transport } from './transport.ts'
import type { CustomerList, NewCustomer, ThuliumClient } from './types.ts'
import { nothing, withFields } from './wire.ts'

/** Enough to find the exact hit, should values be matched by their beginning only. */
const hitsAsked = 100

const namesOf = ({ surname = '', name = '' }: Partial<NewCustomer>): string[] => [surname, name]

/** Records of the CRM. */
export function customers(
  transport: Transport,
): Pick<ThuliumClient, 'findCustomers' | 'customer' | 'someCustomers' | 'createCustomer' | 'updateCustomer'> {
  const list = (query: Query, signal: AbortSignal | undefined): Promise<ReadResult<CustomerList>> =>
    transport.get(
      '/customers',
      [...query, withFields],
      parseCustomerList,
      ({ items, unreadable }) => ({ customers: items.map(customerFromWire), unreadable }),
      signal,
    )

  return {
    findCustomers: ({ field, value }, signal) =>
      list(
        [
          [`custom_fields[${field}]`, value],
          ['limit', hitsAsked],
        ],
        signal,
      ),
    someCustomers: (limit, signal) => list([['limit', limit]], signal),
    customer: (id, signal) => transport.get(`/customers/${id}`, [withFields], parseCustomer, customerFromWire, signal),
    async createCustomer(customer, signal) {
      const document = customerToWire(customer)
      const texts = namesOf(customer)
      const result = await transport.send('POST', '/customers', document, parseCustomerCreated, texts, signal)
      return result.outcome === 'done' ? { ...result, value: { customerId: result.value.customer_id } } : result
    },
    updateCustomer: (id, changes, signal) =>
      transport.send('PUT', `/customers/${id}`, customerToWire(changes), nothing, namesOf(changes), signal),
  }
}
