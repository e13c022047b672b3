import { ApiError } from '../model/api-error.ts'
import { customFields, id, oneOrMany, requiredText, text } from '../model/input.ts'
import type { Input } from '../model/input.ts'
import type { CustomerRecord } from '../model/model.ts'
import { resolveFields } from './references.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { formatSecond } from '../model/wall-time.ts'

// Documented inputs that the documented read sample does not show: kept, so that a test can see what was written.
const detailFields = [
  'gender',
  'homepage',
  'birthdate',
  'nip',
  'note',
  'pesel',
  'job',
  'job_title',
  'vip',
  'address',
  'invoice_address',
  'mail_drop_address',
]

/** `POST customers`. Only `surname` is required. */
export function createCustomer(store: SystemStore, input: Input): CustomerRecord {
  requiredText(input, 'surname')
  assertNames(store, input)
  const emails = oneOrMany(input, 'email') ?? []
  if (store.rule('duplicateCustomerEmail') === 'rejected' && emails.some((email) => findByEmail(store, email))) {
    throw new ApiError('duplicate')
  }
  const customer = blankCustomer(store)
  const fields = writableFields(store, input)
  fill(customer, input)
  store.addCustomer(customer)
  writeFields(store, customer, fields)
  announce(store, 'CUSTOMER_CREATED', customer)
  return customer
}

/** `PUT customers/:id`: fields as for creation; what is absent or null stays. */
export function updateCustomer(store: SystemStore, customer: CustomerRecord, input: Input): void {
  if (text(input, 'surname') === '') throw new ApiError('invalid', 'surname')
  assertNames(store, input)
  const fields = writableFields(store, input)
  fill(customer, input)
  writeFields(store, customer, fields)
  customer.updatedAt = store.wallNow()
  store.surroundings.changed()
  announce(store, 'CUSTOMER_UPDATED', customer)
}

function assertNames(store: SystemStore, input: Input): void {
  const longest = store.rule('longestCustomerName')
  if (longest === 0) return
  for (const field of ['name', 'surname'])
    // As PHP counts them: characters, not halves of those that take two.
    if (Array.from(text(input, field) ?? '').length > longest) throw new ApiError('tooLong', field)
}

export function readableCustomer(store: SystemStore, customerId: string): CustomerRecord {
  const customer = /^\d+$/.test(customerId) ? store.customers.get(Number(customerId)) : undefined
  if (!customer) throw new ApiError('customerMissing')
  return customer
}

/** What a ticket without `customer_id` gets, by switch: nobody, the customer with this address, or a new one. */
export function customerForAddress(store: SystemStore, address: string): number | null {
  const policy = store.rule('customerByFrom')
  if (policy === 'none' || address === '') return null
  const known = findByEmail(store, address)
  if (known || policy === 'match') return known?.id ?? null
  return createCustomer(store, { surname: address, email: address }).id
}

export function blankCustomer(store: SystemStore, customerId = store.nextId('customer')): CustomerRecord {
  return {
    id: customerId,
    name: '',
    surname: '',
    emails: [],
    phones: [],
    companyId: '',
    identifier: '',
    type: '',
    group: '',
    accountManager: '',
    details: {},
    updatedAt: store.wallNow(),
    customFields: new Map(),
  }
}

function fill(customer: CustomerRecord, input: Input): void {
  customer.name = text(input, 'name') ?? customer.name
  customer.surname = text(input, 'surname') ?? customer.surname
  customer.emails = oneOrMany(input, 'email') ?? customer.emails
  customer.phones = oneOrMany(input, 'phone_number') ?? customer.phones
  customer.companyId = String(id(input, 'company_id') ?? customer.companyId)
  customer.identifier = text(input, 'identifier') ?? customer.identifier
  customer.type = text(input, 'type') ?? customer.type
  customer.group = text(input, 'group') ?? customer.group
  customer.accountManager = text(input, 'account_manager') ?? customer.accountManager
  for (const field of detailFields) {
    const value = input[field] ?? undefined
    if (value !== undefined) customer.details[field] = value
  }
}

/** A field marked read-only is silently left out unless the call says `fill_read_only_custom_fields`. */
function writableFields(store: SystemStore, input: Input): Map<number, string> {
  const resolved = resolveFields(store, store.customerFields, customFields(input) ?? new Map())
  if (input['fill_read_only_custom_fields'] === true) return resolved
  for (const field of store.customerFields.all()) if (field.readOnly) resolved.delete(field.id)
  return resolved
}

function writeFields(store: SystemStore, customer: CustomerRecord, fields: ReadonlyMap<number, string>): void {
  for (const [fieldId, value] of fields) {
    if (value !== '') store.setCustomerField(customer, fieldId, value)
    else if (store.rule('emptyStringClears')) store.setCustomerField(customer, fieldId, undefined)
  }
}

function findByEmail(store: SystemStore, email: string): CustomerRecord | undefined {
  const wanted = email.toLowerCase()
  for (const customer of store.customers.values()) {
    if (customer.emails.some((one) => one.toLowerCase() === wanted)) return customer
  }
  return undefined
}

function announce(store: SystemStore, action: string, customer: CustomerRecord): void {
  store.surroundings.emit(store, action, {
    customer_id: customer.id,
    name: customer.name === '' ? null : customer.name,
    surname: customer.surname,
    date: formatSecond(store.wallNow()),
  })
}
