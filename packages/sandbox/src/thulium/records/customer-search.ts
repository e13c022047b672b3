import type { CustomerRecord } from '../model/model.ts'
import { listOf, scalar } from '../model/php-query.ts'
import type { PhpQuery } from '../model/php-query.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { customFieldMatches, pageOf } from './ticket-search.ts'
import { numberId } from './ticket-json.ts'
import { formatMinute } from '../model/wall-time.ts'

// Sort keys of `order`; what else a client names is ignored.
const sortable: Record<string, (customer: CustomerRecord) => string | number> = {
  customer_id: (customer) => customer.id,
  name: (customer) => customer.name,
  surname: (customer) => customer.surname,
  email: (customer) => customer.emails[0] ?? '',
  identifier: (customer) => customer.identifier,
  updated_at: (customer) => customer.updatedAt,
}

/** Customers of `GET customers`, by id unless `order` says otherwise. `count` ignores the page. */
export function searchCustomers(store: SystemStore, query: PhpQuery): { count: number; rows: CustomerRecord[] } {
  const { limit, offset } = pageOf(query, 1000)
  const matches = customFieldMatches(store, query, 'customer')
  const candidates = matches ? matches.flatMap((id) => store.customers.get(id) ?? []) : [...store.customers.values()]
  const accepts = customerFilter(query)
  const found = candidates.filter(accepts).sort(ordering(query))
  return { count: found.length, rows: found.slice(offset, offset + limit) }
}

export function customerJson(store: SystemStore, customer: CustomerRecord, query: PhpQuery): Record<string, unknown> {
  const included = (name: string): boolean => scalar(query, `include_${name}`) === 'true'
  return {
    customer_id: numberId(store, customer.id),
    name: customer.name,
    surname: customer.surname,
    phone_number: customer.phones[0] ?? '',
    phone_numbers: customer.phones,
    email: customer.emails[0] ?? '',
    company_id: customer.companyId,
    identifier: customer.identifier,
    type: customer.type,
    group: customer.group,
    company_flag: '',
    account_manager: customer.accountManager,
    updated_at: formatMinute(customer.updatedAt),
    ...Object.fromEntries(
      ['address', 'invoice_address', 'mail_drop_address']
        .filter(included)
        .map((name) => [name, customer.details[name] ?? null]),
    ),
    ...(included('custom_fields') ? { custom_fields: store.customerFields.describe(customer.customFields) } : {}),
  }
}

function customerFilter(query: PhpQuery): (customer: CustomerRecord) => boolean {
  const tests: ((customer: CustomerRecord) => boolean)[] = []
  const matching = (name: string, of: (customer: CustomerRecord) => string[]): void => {
    const wanted = scalar(query, name)?.toLowerCase()
    if (wanted === undefined) return
    tests.push((customer) => {
      const values = of(customer).filter((value) => value !== '')
      return wanted === '' ? values.length === 0 : values.some((value) => value.toLowerCase() === wanted)
    })
  }
  matching('identifier', (customer) => [customer.identifier])
  matching('email', (customer) => customer.emails)
  matching('phone_number', (customer) => customer.phones)
  matching('company_id', (customer) => [customer.companyId])
  matching('type', (customer) => [customer.type])
  matching('group', (customer) => [customer.group])
  matching('nip', (customer) => (typeof customer.details['nip'] === 'string' ? [customer.details['nip']] : []))
  return (customer) => tests.every((test) => test(customer))
}

function ordering(query: PhpQuery): (one: CustomerRecord, other: CustomerRecord) => number {
  const keys = (listOf(query['order']) ?? []).flatMap((value) => value.split(','))
  return (one, other) => {
    for (const key of keys) {
      const descending = key.startsWith('-')
      const value = sortable[descending ? key.slice(1) : key]
      if (!value) continue
      const [a, b] = [value(one), value(other)]
      if (a !== b) return (a < b ? -1 : 1) * (descending ? -1 : 1)
    }
    return one.id - other.id
  }
}
