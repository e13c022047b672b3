import { mayCarry } from '@connector/connections'
import type { CustomField } from '@connector/domain/events'
import { placeholderSurname } from '@connector/domain/buyers'
import { failure, FailureCode, type Failure } from '@connector/outbound-http'
import type { Customer, CustomerList } from '@connector/thulium'
import { lookupFailed, notFound, waitsForField, type EffectContext, type Result } from './handler.ts'
import { isFirmRefusal } from './doubts.ts'

/** The custom field of a customer that holds the buyer's id. */
export const fieldOf = ({ connection }: EffectContext): Pick<CustomField, 'of' | 'name'> => ({
  of: 'customer',
  name: connection.settings.customerField,
})

/** Whether records were shown with their custom fields, and none has this one: a field without a value shows as null. */
const lackField = (customers: readonly Customer[], field: string): boolean =>
  customers.some(({ customFields }) => customFields) &&
  customers.every(({ customFields }) => !customFields || !Object.hasOwn(customFields, field))

/** Whether the field is why a search by it was refused. Without any record to look at, nothing else can be. */
async function isFieldMissing({ connection, signal }: EffectContext): Promise<boolean> {
  const some = await connection.thulium.someCustomers(1, signal)
  if (!some.ok) return false
  const { customers } = some.value
  return customers.length === 0 || lackField(customers, connection.settings.customerField)
}

/** As many as the client asks for at once. */
const fullSearch = 100

/** Why a search that did not show the record does not prove that there is none. */
function doubtOf({ customers, unreadable }: CustomerList, field: string, value: string): string | undefined {
  const doubtful = unreadable.filter(({ raw }) => mayCarry(raw, field, value))
  if (doubtful.length > 0)
    return `The search for the CRM record shows ${doubtful.length} that cannot be read, and any of them may be it`
  const bare = customers.filter(({ customFields }) => !customFields).length
  if (bare > 0)
    return `The search for the CRM record shows ${bare} without their custom fields, and any of them may be it`
  const shown = customers.length + unreadable.length
  return shown >= fullSearch
    ? `The search for the CRM record shows ${shown} others, and it may be behind them`
    : undefined
}

/** Looked at again before it is believed; then it needs a person. */
const inDoubt = (context: EffectContext, doubt: string): Failure =>
  failure(isFirmRefusal(context) ? 'refused' : 'unreachable', doubt, { code: FailureCode.inDoubt })

/** As we create it while the buyer's name is not known. */
export const isPlaceholder = ({ name, surname }: { name?: string | undefined; surname: string }): boolean =>
  surname === placeholderSurname && (name === undefined || name === '')

export interface FoundCustomer {
  thuliumCustomerId: number
  hits: number
  placeholder: boolean
}

/** The record that has the buyer's id, or what the search came to. */
export async function searchCustomer(
  context: EffectContext,
  customerId: string,
): Promise<{ found: FoundCustomer } | { result: Result }> {
  const { connection, signal } = context
  const field = connection.settings.customerField
  const answer = await connection.thulium.findCustomers({ field, value: customerId }, signal)
  if (!answer.ok) {
    const { status } = answer.failure
    const mayBeTheField = status === 400 || status === 422
    const isTheField = mayBeTheField && (await isFieldMissing(context))
    return { result: isTheField ? waitsForField('lookup-failed', fieldOf(context)) : lookupFailed(answer.failure) }
  }
  // A Thulium that ignores a name it does not know finds every customer there is.
  if (lackField(answer.value.customers, field)) return { result: waitsForField('lookup-failed', fieldOf(context)) }
  // How the search matches is not documented, so every hit is checked; several exact ones: the lowest number.
  const exact = answer.value.customers
    .filter((customer) => customer.customFields?.[field]?.trim() === customerId)
    .sort((one, other) => one.id - other.id)
  const [lowest] = exact
  if (!lowest) {
    const doubt = doubtOf(answer.value, field, customerId)
    return { result: doubt === undefined ? notFound : lookupFailed(inDoubt(context, doubt)) }
  }
  return { found: { thuliumCustomerId: lowest.id, hits: exact.length, placeholder: isPlaceholder(lowest) } }
}
